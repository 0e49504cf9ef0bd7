import { resolveDataDir } from '../data-dir.ts'
import { runCommand } from '../run-command.ts'
import { type LoadStep, loadStore } from './load-store.ts'

const stepNames: Record<LoadStep, string> = {
  check: 'checking the built features',
  clients: 'descriptions of clients',
  features: 'features of clients',
  columns: 'clients by feature',
  commit: 'making it the current data set',
}

await runCommand('store', async (progress) => {
  const loaded = await loadStore({
    dataDir: resolveDataDir(),
    onProgress: ({ step, done, total }) => progress.update(stepNames[step], done, total),
  })
  progress.stop()
  console.error(
    `store: ${loaded.clients} clients with ${loaded.features} features of ${loaded.dataVersion} in ${loaded.path}`,
  )
})
