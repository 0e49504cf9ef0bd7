import { resolve } from 'node:path'
import { resolveDataDir } from '../data-dir.ts'
import { runCommand } from '../run-command.ts'
import { parseFolderOption } from './parse-folder-option.ts'
import { writeBackup } from './write-backup.ts'

// The command "npm run backup -- --to FOLDER": a consistent copy while the service goes on.
await runCommand('backup', async (progress) => {
  const to = resolve(parseFolderOption('to', process.argv.slice(2)))
  const { files, audit } = await writeBackup({
    dataDir: resolveDataDir(),
    to,
    onProgress: ({ file, done, total }) => progress.update(file, done, total),
  })
  progress.stop()
  for (const { path, bytes, tables } of files) {
    const rows = tables && Object.values(tables).reduce((sum, count) => sum + count, 0)
    console.error(`backup: ${path}, ${bytes} bytes${rows === undefined ? '' : `, ${rows} rows`}`)
  }
  if (audit) console.error(`backup: audit log up to ${audit.entries}:${audit.lastHash}`)
  if (audit && !audit.followsRecord) {
    console.error(
      'warning: the audit log does not pass through its recorded head; see "npm run audit:verify"',
    )
  }
  console.log(to)
})
