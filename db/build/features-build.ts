import { resolveDataDir } from '#db/data-dir.ts'
import { DataError } from '#db/data-error.ts'
import { buildFeatures } from './build-features.ts'

const dataDir = resolveDataDir()
try {
  const summary = await buildFeatures({
    dataDir,
    onProgress: ({ step, steps, relation }) => console.error(`features: ${step}/${steps} ${relation}`),
  })
  for (const warning of summary.warnings) console.error(`warning: ${warning}`)
  const windows = Object.entries(summary.windows).map(([window, rows]) => `${window} ${rows}`)
  console.error(
    `features: ${summary.featureCount} features of ${summary.rows} clients (${windows.join(', ')}) in ${dataDir}`,
  )
} catch (error) {
  if (!(error instanceof DataError)) throw error
  console.error(`features: ${error.message}`)
  process.exitCode = 1
}
