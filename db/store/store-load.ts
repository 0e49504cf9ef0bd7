import { resolveDataDir } from '../data-dir.ts'
import { DataError } from '../data-error.ts'
import { showProgress } from '../show-progress.ts'
import { type LoadStep, loadStore } from './load-store.ts'

const stepNames: Record<LoadStep, string> = {
  check: 'checking the built features',
  clients: 'descriptions of clients',
  features: 'features of clients',
  columns: 'clients by feature',
  commit: 'making it the current data set',
}

const progress = showProgress('store')
try {
  const loaded = await loadStore({
    dataDir: resolveDataDir(),
    onProgress: ({ step, done, total }) => progress.update(stepNames[step], done, total),
  })
  progress.stop()
  console.error(
    `store: ${loaded.clients} clients with ${loaded.features} features of ${loaded.dataVersion} in ${loaded.path}`,
  )
} catch (error) {
  progress.stop()
  if (!(error instanceof DataError)) throw error
  console.error(`store: ${error.message}`)
  process.exitCode = 1
}
