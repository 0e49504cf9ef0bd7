import { resolveDataDir } from '#db/data-dir.ts'
import { runCommand } from '#db/run-command.ts'
import { parseDemoOptions } from './demo/demo-options.ts'
import { generateDemo } from './demo/generate-demo.ts'

await runCommand('demo', async (progress) => {
  const dataDir = resolveDataDir()
  const { dataVersion, rows } = await generateDemo({
    ...parseDemoOptions(process.argv.slice(2)),
    dataDir,
    onProgress: ({ step, done, total }) => progress.update(step, done, total),
  })
  progress.stop()
  const counts = Object.entries(rows).map(([table, count]) => `${table} ${count.toLocaleString('en')}`)
  console.error(`demo: ${dataVersion} in ${dataDir} (${counts.join(', ')})`)
})
