import { resolve } from 'node:path'
import { resolveDataDir } from '../data-dir.ts'
import { runCommand } from '../run-command.ts'
import { parseFolderOption } from './parse-folder-option.ts'
import { restoreBackup } from './restore-backup.ts'

// The command "npm run restore -- --from FOLDER": puts a backup in place, with no process on this DATA_DIR.
await runCommand('restore', async () => {
  const from = resolve(parseFolderOption('from', process.argv.slice(2)))
  const dataDir = resolveDataDir()
  const { manifest, restored, formerDir, left } = restoreBackup({ dataDir, from })
  console.error(`restore: ${restored.join(', ') || 'nothing'} in ${dataDir} as of ${manifest.createdAt}`)
  if (left.length > 0) {
    console.error(
      `restore: left as they are: ${left.join(', ')}. Accounts that are whole and a log that goes on from the backup’s are newer; to go back all the same, move them away first`,
    )
  }
  if (formerDir)
    console.error(`restore: what was there before is kept in ${formerDir}; remove it when all is well`)
})
