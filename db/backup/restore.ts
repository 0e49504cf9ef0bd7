import { resolve } from 'node:path'
import { resolveDataDir } from '../data-dir.ts'
import { runCommand } from '../run-command.ts'
import { parseFolderOption } from './parse-folder-option.ts'
import { restoreBackup } from './restore-backup.ts'

// The command "npm run restore -- --from FOLDER": puts a backup in place, with no process on this DATA_DIR.
await runCommand('restore', async () => {
  const from = resolve(parseFolderOption('from', process.argv.slice(2)))
  const dataDir = resolveDataDir()
  const { manifest, restored, formerDir, keptAuditLog } = restoreBackup({ dataDir, from })
  console.error(`restore: ${restored.join(', ')} in ${dataDir} as of ${manifest.createdAt}`)
  if (keptAuditLog) {
    console.error(
      'restore: the audit log was left as it is; it holds all of the backup’s entries and those since',
    )
  }
  if (formerDir)
    console.error(`restore: what was there before is kept in ${formerDir}; remove it when all is well`)
})
