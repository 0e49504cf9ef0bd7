import { resolveDataDir } from '#db/data-dir.ts'
import { DataError } from '#db/data-error.ts'
import { showProgress } from '#db/show-progress.ts'
import { parseDemoOptions } from './demo/demo-options.ts'
import { generateDemo } from './demo/generate-demo.ts'

const dataDir = resolveDataDir()
const progress = showProgress('demo')
try {
  const { dataVersion, rows } = await generateDemo({
    ...parseDemoOptions(process.argv.slice(2)),
    dataDir,
    onProgress: ({ step, done, total }) => progress.update(step, done, total),
  })
  progress.stop()
  const counts = Object.entries(rows).map(([table, count]) => `${table} ${count.toLocaleString('en')}`)
  console.error(`demo: ${dataVersion} in ${dataDir} (${counts.join(', ')})`)
} catch (error) {
  progress.stop()
  if (!(error instanceof DataError)) throw error
  console.error(`demo: ${error.message}`)
  process.exitCode = 1
}
