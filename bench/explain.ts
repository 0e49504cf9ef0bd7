import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { explainClient } from '#core/advisor/explain-client.ts'
import { openAdvisor } from '#core/advisor/open-advisor.ts'
import { simulateClient } from '#core/advisor/simulate-client.ts'
import { createExplainer, type Explainer } from '#core/explanation/create-explainer.ts'
import { parseTrees } from '#core/explanation/parse-trees.ts'
import { percentile } from './prepare/percentile.ts'
import { clientIdsOf, prepareBenchStore } from './prepare/prepare-bench-store.ts'

const projectDir = join(import.meta.dirname, '..')
const rowCount = 1000
const singleRows = 200
const rowsAtATime = 20
const repeats = 3
const batchRounds = 5
const servedCalls = 1000
const peerNames = ['lightgbm', 'shap', 'shapNative'] as const

type PeerTimes = Record<(typeof peerNames)[number], number[]>

interface Peers {
  time(command: string): Promise<PeerTimes>
  close(): void
}

/**
 * Explains a forest of 500 trees × 31 leaves × 120 features, trained for the bench, beside LightGBM's `pred_contrib`
 * and shap's TreeExplainer, one thread each, taking turns. A row or batch counts with the best of its repeats (what
 * other processes take is nobody's merit), rows then with their median. A ratio is the fastest peer's time ÷ ours.
 * `p50Ms` and `simulateP50Ms`: `explainClient` and `simulateClient` with the served model.
 */
export async function run(): Promise<Record<string, number>> {
  execFileSync('bash', ['ml/setup.sh'], { cwd: projectDir, stdio: ['ignore', 2, 2] })
  const directory = mkdtempSync(join(tmpdir(), 'credit-advisor-explain-'))
  try {
    const peers = await startPeers(directory)
    const start = performance.now()
    const explainer = createExplainer(parseTrees(readFileSync(join(directory, 'model.onnx'))))
    const prepareMs = performance.now() - start
    const rows = new Float32Array(readArray(join(directory, 'rows.f32')))
    const largestDifference = assertEqualToLightGbm(explainer, rows, directory)
    const single = await timeSingleRows(explainer, rows, peers)
    const batch = await timeBatches(explainer, rows, peers)
    peers.close()
    const served = await timeServedModel()
    return {
      singleRatio: round(Math.min(...single.peersMs) / single.oursMs, 2),
      batchRatio: round(Math.min(...batch.peersMs) / batch.oursMs, 2),
      p50Ms: round(served.explainMs, 3),
      simulateP50Ms: round(served.simulateMs, 3),
      singleMs: round(single.oursMs, 4),
      ...namePeers('SingleMs', single.peersMs),
      batchMsPerRow: round(batch.oursMs / rowCount, 4),
      ...namePeers(
        'BatchMsPerRow',
        batch.peersMs.map((ms) => ms / rowCount),
      ),
      prepareMs: round(prepareMs, 0),
      largestDifference,
    }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

async function startPeers(directory: string): Promise<Peers> {
  const python = spawn(
    join(projectDir, 'ml/.venv/bin/python'),
    ['-W', 'ignore', join(projectDir, 'ml/bench/treeshap_peers.py'), directory],
    { env: { ...process.env, OMP_NUM_THREADS: '1' }, stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]()
  const readAnswer = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error('The peers ended early: see the messages of ml/bench/treeshap_peers.py above.')
    return JSON.parse(value)
  }
  console.error('Training the forest of the bench')
  await readAnswer()
  return {
    async time(command) {
      python.stdin.write(`${command}\n`)
      return (await readAnswer()) as PeerTimes
    },
    close: () => python.stdin.end(),
  }
}

function assertEqualToLightGbm(explainer: Explainer, rows: Float32Array, directory: string): number {
  const { featureCount } = explainer
  const expected = new Float64Array(readArray(join(directory, 'contributions.f64')))
  const contributions = new Float64Array(rows.length)
  const baseValue = explainer.explainBatch(rows, rowCount, contributions)
  let largest = 0
  for (let row = 0; row < rowCount; row++) {
    const from = row * (featureCount + 1)
    largest = Math.max(largest, Math.abs((expected[from + featureCount] as number) - baseValue))
    for (let feature = 0; feature < featureCount; feature++) {
      const found = contributions[row * featureCount + feature] as number
      largest = Math.max(largest, Math.abs(found - (expected[from + feature] as number)))
    }
  }
  if (!(largest < 1e-6))
    throw new Error(`Contributions differ from LightGBM's by ${largest}; expected < 1e-6.`)
  return largest
}

async function timeSingleRows(explainer: Explainer, rows: Float32Array, peers: Peers) {
  const best = {
    ours: new Float64Array(singleRows).fill(Infinity),
    peers: peerNames.map(() => new Float64Array(singleRows).fill(Infinity)),
  }
  for (let from = 0; from < singleRows; from += rowsAtATime) {
    for (let repeat = 0; repeat < repeats; repeat++) {
      const times = await peers.time(`single ${from} ${from + rowsAtATime}`)
      for (const [peer, name] of peerNames.entries())
        keepBest(best.peers[peer] as Float64Array, times[name], from)
      keepBest(best.ours, timeOurRows(explainer, rows, from, from + rowsAtATime), from)
    }
  }
  return {
    oursMs: percentile([...best.ours], 0.5),
    peersMs: best.peers.map((times) => percentile([...times], 0.5)),
  }
}

function timeOurRows(explainer: Explainer, rows: Float32Array, from: number, to: number): number[] {
  const { featureCount } = explainer
  const contributions = new Float64Array(featureCount)
  return Array.from({ length: to - from }, (_, i) => {
    const row = rows.subarray((from + i) * featureCount, (from + i + 1) * featureCount)
    const start = performance.now()
    explainer.explainRow(row, contributions)
    return performance.now() - start
  })
}

function keepBest(best: Float64Array, times: readonly number[], from: number): void {
  times.forEach((time, i) => {
    best[from + i] = Math.min(best[from + i] as number, time)
  })
}

async function timeBatches(explainer: Explainer, rows: Float32Array, peers: Peers) {
  const contributions = new Float64Array(rows.length)
  const ours: number[] = []
  const theirs: PeerTimes[] = []
  for (let batchRound = 0; batchRound < batchRounds; batchRound++) {
    theirs.push(await peers.time('batch'))
    const start = performance.now()
    explainer.explainBatch(rows, rowCount, contributions)
    ours.push(performance.now() - start)
  }
  const best = (name: (typeof peerNames)[number]) =>
    Math.min(...theirs.map((times) => times[name][0] as number))
  return { oursMs: Math.min(...ours), peersMs: peerNames.map(best) }
}

/** Medians of the advisor's own functions with the served model: store, score, explanation, sentences. */
async function timeServedModel(): Promise<{ explainMs: number; simulateMs: number }> {
  const dataDir = await prepareBenchStore(20_000)
  const advisor = await openAdvisor({ dataDir })
  const clientIds = clientIdsOf(dataDir)
  const explainMs = await timeCalls(clientIds, (clientId) => explainClient(advisor, { clientId }))
  const changes = { creditAmount: 300_000, termMonths: 24 }
  const simulateMs = await timeCalls(clientIds, (clientId) => simulateClient(advisor, { clientId, changes }))
  await advisor.close()
  return { explainMs, simulateMs }
}

async function timeCalls(clientIds: number[], call: (clientId: number) => Promise<unknown>): Promise<number> {
  const durations: number[] = []
  for (let i = 0; i < servedCalls; i++) {
    const clientId = clientIds[(i * 37) % clientIds.length] as number
    const start = performance.now()
    await call(clientId)
    durations.push(performance.now() - start)
  }
  return percentile(durations.slice(servedCalls / 10), 0.5)
}

function readArray(path: string): ArrayBuffer {
  return Uint8Array.from(readFileSync(path)).buffer
}

function namePeers(unit: string, peersMs: readonly number[]): Record<string, number> {
  return Object.fromEntries(peerNames.map((name, i) => [`${name}${unit}`, round(peersMs[i] as number, 4)]))
}

function round(figure: number, decimals: number): number {
  return Number(figure.toFixed(decimals))
}
