import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { openAdvisor } from '#core/advisor/open-advisor.ts'
import { scoreClient } from '#core/advisor/score-client.ts'
import { readFeaturesInBatches } from '#db/store/queries/read-features-in-batches.ts'
import { percentile } from './prepare/percentile.ts'
import { clientIdsOf, prepareBenchStore } from './prepare/prepare-bench-store.ts'

const projectDir = join(import.meta.dirname, '..')
const singleCalls = 3000
const batchRounds = 5

/**
 * One client through the advisor (SQLite read, ONNX, calibration), and all 20,000 in a batch beside LightGBM's own
 * `predict` on the same rows and one thread: `batchRatio` is its time ÷ ours.
 */
export async function run(): Promise<Record<string, number>> {
  const dataDir = await prepareBenchStore(20_000)
  const advisor = await openAdvisor({ dataDir })
  const clientIds = clientIdsOf(dataDir)

  const durations: number[] = []
  for (let i = 0; i < singleCalls; i++) {
    const clientId = clientIds[(i * 37) % clientIds.length] as number
    const start = performance.now()
    await scoreClient(advisor, { clientId })
    durations.push(performance.now() - start)
  }

  const dataset = advisor.servedDataset()
  const batches = [...readFeaturesInBatches(advisor.store, clientIds.length)]
  const rows = dataset.selectModelFeatures(
    dataset.completeFeatures(batches[0]?.features as Float32Array, clientIds),
    clientIds.length,
  )
  const ours: number[] = []
  for (let round = 0; round < batchRounds; round++) {
    const start = performance.now()
    await advisor.scorer.scoreBatch(rows, clientIds.length)
    ours.push(performance.now() - start)
  }
  const peerMs = measurePeer(dataDir, advisor.scorer.bundle.directory)
  await advisor.close()
  const ourMs = percentile(ours, 0.5)
  return {
    p50Ms: Number(percentile(durations.slice(300), 0.5).toFixed(3)),
    p95Ms: Number(percentile(durations.slice(300), 0.95).toFixed(3)),
    batchMs: Math.round(ourMs),
    peerBatchMs: Math.round(peerMs),
    batchRatio: Number((peerMs / ourMs).toFixed(2)),
  }
}

function measurePeer(dataDir: string, bundleDir: string): number {
  execFileSync('bash', ['ml/setup.sh'], { cwd: projectDir, stdio: ['ignore', 2, 2] })
  const output = execFileSync(
    join(projectDir, 'ml/.venv/bin/python'),
    [join(projectDir, 'ml/bench/lightgbm_predict.py'), dataDir, bundleDir, String(batchRounds)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 2] },
  )
  return Number(JSON.parse(output.trim().split('\n').at(-1) ?? '').medianMs)
}
