import { resolveDataDir } from '#db/data-dir.ts'
import { DataError } from '#db/data-error.ts'
import { showProgress } from '#db/show-progress.ts'
import { buildFeatures } from './build-features.ts'

const dataDir = resolveDataDir()
const progress = showProgress('features')
try {
  const summary = await buildFeatures({
    dataDir,
    onProgress: ({ step, steps, relation }) => progress.update(relation, step - 1, steps),
  })
  progress.stop()
  for (const warning of summary.warnings) console.error(`warning: ${warning}`)
  const windows = Object.entries(summary.windows).map(([window, rows]) => `${window} ${rows}`)
  console.error(
    `features: ${summary.featureCount} features of ${summary.rows} clients (${windows.join(', ')}) in ${dataDir}`,
  )
} catch (error) {
  progress.stop()
  if (!(error instanceof DataError)) throw error
  console.error(`features: ${error.message}`)
  process.exitCode = 1
}
