import { resolveDataDir } from '#db/data-dir.ts'
import { DataError } from '#db/data-error.ts'
import { runCommand } from '#db/run-command.ts'
import { importTables } from './import/import-tables.ts'

await runCommand('import', async (progress) => {
  const dataDir = resolveDataDir()
  const summary = await importTables({
    path: parsePath(process.argv.slice(2)),
    dataDir,
    onProgress: ({ table, done, total }) => progress.update(table, done, total),
  })
  progress.stop()
  if (summary.ignored.length > 0)
    console.error(`import: not needed and left out: ${summary.ignored.join(', ')}`)
  for (const warning of summary.warnings) console.error(`warning: ${warning}`)
  const counts = Object.entries(summary.tables).map(
    ([table, { rows }]) => `${table} ${rows.toLocaleString('en')}`,
  )
  console.error(`import: ${summary.dataVersion} in ${dataDir} (${counts.join(', ')})`)
  console.error(
    'import: next, npm start serves these clients (or npm run features:build, then npm run store:load)',
  )
})

function parsePath([path, ...others]: string[]): string {
  if (path?.trim() && others.length === 0) return path
  throw new DataError(
    'INVALID_ARGUMENT',
    `${path?.trim() ? 'More than one path was given' : 'No path was given'}. Kaggle's zip or a folder with its tables is expected: npm run data:import -- PATH.`,
  )
}
