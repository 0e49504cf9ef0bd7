import { resolveDataDir } from '#db/data-dir.ts'
import { runCommand } from '#db/run-command.ts'
import { buildFeatures } from './build-features.ts'

await runCommand('features', async (progress) => {
  const dataDir = resolveDataDir()
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
})
