import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { loadBundle } from '#core/bundle/load-bundle.ts'
import { openScorer } from '#core/scoring/open-scorer.ts'
import { type DuckDb, openDuckDb } from '#db/open-duckdb.ts'
import { type RawTableName, rawSchema, rawTableNames } from '#db/raw/raw-schema.ts'

const root = resolve(import.meta.dirname, '..')
const realSample = resolve(root, '../shared/home-credit/home-credit-sample.zip')

export interface DemoBench {
  /** AUC on the real sample's labelled clients of a model trained on demo data alone. */
  aucOnReal: number
  /** The model's own cross-validated AUC on the demo. */
  aucOnDemo: number
  /** Mean over all columns of the tables that the sample holds of |share missing in the demo − in the sample|. */
  missingShareError: number
  labelledClients: number
  comparedColumns: number
  /** From nothing to the demo's raw tables of 20,000 clients. */
  demoSeconds: number
}

/**
 * Makes the demo of 20,000 clients, trains on it through the project's own steps (the quick training: no grid), and
 * judges the model on the real sample, imported and built by the same steps. Needs the real sample beside the
 * repository.
 */
export async function run(): Promise<DemoBench & Record<string, number>> {
  if (!existsSync(realSample)) {
    throw new Error(`${realSample} is absent; the demo is judged on the real sample. Put it there first.`)
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-demo-'))
  const demo = join(folder, 'demo')
  const real = join(folder, 'real')
  try {
    await step('bash', ['ml/setup.sh'], demo)
    const started = performance.now()
    await step('node', ['db/raw/data-demo.ts', '--clients', '20000', '--seed', '7'], demo)
    const demoSeconds = (performance.now() - started) / 1000
    await step('node', ['db/build/features-build.ts'], demo)
    const trained = await step(
      'node',
      ['ml/run.ts', 'train', '--quick', '--json', '--out', join(folder, 'bundles')],
      demo,
    )
    await step('node', ['db/raw/data-import.ts', realSample], real)
    await step('node', ['db/build/features-build.ts'], real)
    const { bundle, auc } = JSON.parse(trained.trim().split('\n').at(-1) ?? '{}')
    await using duckDb = await openDuckDb({ threads: 2 })
    const judged = await judgeOnReal(duckDb, bundle, join(real, 'features.parquet'))
    const missing = await compareMissing(duckDb, demo, real)
    return { ...judged, aucOnDemo: auc, ...missing, demoSeconds }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs one of the project's own commands and gives its stdout; what it says on stderr is shown. */
async function step(command: 'node' | 'bash', args: string[], dataDir: string): Promise<string> {
  const child = spawn(command === 'node' ? process.execPath : command, args, {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (text) => {
    output += text
  })
  const code = await new Promise((settle, fail) => child.once('error', fail).once('close', settle))
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}.`)
  return output
}

async function judgeOnReal(duckDb: DuckDb, bundleFolder: string, features: string) {
  const scorer = await openScorer(loadBundle(bundleFolder))
  const names = scorer.bundle.manifest.features
  const rows = await duckDb.rows<Record<string, number | null>>(
    `select target, ${names.join(', ')} from read_parquet('${features}') where target is not null order by client_id`,
  )
  const matrix = Float32Array.from(rows.flatMap((row) => names.map((name) => row[name] ?? Number.NaN)))
  const { rawScoresLogOdds } = await scorer.scoreBatch(matrix, rows.length)
  await scorer.close()
  const aucOnReal = computeAuc(
    rows.map(({ target }) => target === 1),
    rawScoresLogOdds,
  )
  return { aucOnReal, labelledClients: rows.length }
}

/** The share of pairs of a defaulter and another in which the defaulter scores higher; ties count half. */
function computeAuc(defaulted: boolean[], scores: Float32Array): number {
  const order = defaulted.map((_, index) => index).sort((a, b) => scores[a]! - scores[b]!)
  let rankSum = 0
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && scores[order[end]!] === scores[order[start]!]) end++
    for (let i = start; i < end; i++) if (defaulted[order[i]!]) rankSum += (start + 1 + end) / 2
    start = end
  }
  const positives = defaulted.filter(Boolean).length
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (defaulted.length - positives))
}

async function compareMissing(duckDb: DuckDb, demo: string, real: string) {
  const errors: number[] = []
  for (const table of rawTableNames) {
    const ofReal = await missingShares(duckDb, real, table)
    if (!ofReal) continue // the sample holds no instalments
    const ofDemo = await missingShares(duckDb, demo, table)
    if (!ofDemo) throw new Error(`The demo's ${table} is empty.`)
    const ofTable = ofReal.map((share, index) => Math.abs(share - ofDemo[index]!))
    console.error(`bench demo: ${table} missing share error ${mean(ofTable).toFixed(4)}`)
    errors.push(...ofTable)
  }
  return { missingShareError: mean(errors), comparedColumns: errors.length }
}

async function missingShares(duckDb: DuckDb, dataDir: string, table: RawTableName): Promise<number[] | null> {
  const shares = rawSchema[table].map(({ name }) => `avg((${name} is null)::integer)`).join(', ')
  const path = join(dataDir, 'raw', `${table}.parquet`)
  const [row] = await duckDb.rows<{ rows: number; shares: { items?: number[] } | number[] }>(
    `select count(*)::double as rows, [${shares}] as shares from read_parquet('${path}')`,
  )
  if (!row || row.rows === 0) return null
  return Array.isArray(row.shares) ? row.shares : (row.shares.items ?? [])
}

function mean(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}
