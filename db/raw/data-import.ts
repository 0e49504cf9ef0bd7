import { resolveDataDir } from '#db/data-dir.ts'
import { DataError } from '#db/data-error.ts'
import { showProgress } from '#db/show-progress.ts'
import { importTables } from './import/import-tables.ts'

const [path, ...others] = process.argv.slice(2)
const dataDir = resolveDataDir()
const progress = showProgress('import')
try {
  if (!path?.trim() || others.length > 0) {
    throw new DataError(
      'INVALID_ARGUMENT',
      `${path?.trim() ? 'More than one path was given' : 'No path was given'}. Kaggle's zip or a folder with its tables is expected: npm run data:import -- PATH.`,
    )
  }
  const summary = await importTables({
    path,
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
} catch (error) {
  progress.stop()
  if (!(error instanceof DataError)) throw error
  console.error(`import: ${error.message}`)
  process.exitCode = 1
}
