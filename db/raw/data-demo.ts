import { SingleBar } from 'cli-progress'
import { resolveDataDir } from '#db/data-dir.ts'
import { DataError } from '#db/data-error.ts'
import { parseDemoOptions } from './demo/demo-options.ts'
import { generateDemo } from './demo/generate-demo.ts'

const dataDir = resolveDataDir()
try {
  const options = parseDemoOptions(process.argv.slice(2))
  const progress = showProgress()
  const { dataVersion, rows } = await generateDemo({ ...options, dataDir, onProgress: progress.update })
  progress.stop()
  const counts = Object.entries(rows).map(([table, count]) => `${table} ${count.toLocaleString('en')}`)
  console.error(`demo: ${dataVersion} in ${dataDir} (${counts.join(', ')})`)
} catch (error) {
  if (!(error instanceof DataError)) throw error
  console.error(`demo: ${error.message}`)
  process.exitCode = 1
}

/** A bar on a terminal; elsewhere a line for each tenth. */
function showProgress() {
  if (!process.stderr.isTTY) {
    let shown = 0
    const update = (share: number, label: string) => {
      if (Math.floor(share * 10) <= shown) return
      shown = Math.floor(share * 10)
      console.error(`demo: ${shown * 10} % (${label})`)
    }
    return { update, stop: () => {} }
  }
  const bar = new SingleBar({ format: 'demo [{bar}] {percentage} % {label}', hideCursor: true, stream: process.stderr })
  bar.start(100, 0, { label: '' })
  return { update: (share: number, label: string) => bar.update(Math.round(share * 100), { label }), stop: () => bar.stop() }
}
