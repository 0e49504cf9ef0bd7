import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DataError } from '#db/data-error.ts'
import { computeFeaturesSqlSha256 } from '#db/features/compute-features-sql-sha256.ts'
import { featureRelations } from '#db/features/feature-relations.ts'
import { type Catalog, loadCatalog } from '#db/features/load-catalog.ts'
import { isProcessRunning } from '#db/is-process-running.ts'
import { type DuckDb, openDuckDb } from '#db/open-duckdb.ts'
import { quoteText } from '#db/quote-text.ts'
import { createRawViews } from './create-raw-views.ts'
import { findDataWarnings } from './find-data-warnings.ts'
import { publishFiles } from './publish-files.ts'
import { readRawSource } from './read-raw-source.ts'
import { runFeatureRelations } from './run-feature-relations.ts'

const products = {
  client_features: 'features.parquet',
  client_profile: 'clients.parquet',
  fairness_groups: 'fairness_groups.parquet',
}

/** What DATA_DIR/features.json says of the three tables beside it. */
export interface FeaturesSummary {
  dataVersion: string
  origin: 'demo' | 'import'
  name: string
  rows: number
  featureCount: number
  /** Clients in each window. */
  windows: Record<string, number>
  warnings: string[]
  featuresSqlSha256: string
}

export interface BuildFeaturesOptions {
  dataDir: string
  onProgress?: (progress: { step: number; steps: number; relation: string }) => void
}

/**
 * Computes every client's features from DATA_DIR/raw and writes DATA_DIR/features.parquet, clients.parquet,
 * fairness_groups.parquet (for the fairness audit alone) and, last, features.json. Until all are ready the former ones
 * stay; they are replaced together.
 * @throws DataError STEP_MISSING when there are no raw tables, COLUMN_MISMATCH or SOURCE_UNREADABLE when they are not
 * Kaggle's, DUPLICATE_CLIENT, VALUE_INVALID when a feature is infinite, BUSY when the raw tables change meanwhile.
 */
export async function buildFeatures({ dataDir, onProgress }: BuildFeaturesOptions): Promise<FeaturesSummary> {
  const source = readRawSource(dataDir)
  const catalog = loadCatalog()
  removeStalePartials(dataDir)
  const partial = join(dataDir, `features.partial-${process.pid}`)
  mkdirSync(partial, { recursive: true })
  try {
    await using duckDb = await openDuckDb({ spillDirectory: join(partial, 'spill') })
    await createRawViews(duckDb, dataDir)
    await refuseDuplicateClients(duckDb)
    const warnings = [...source.warnings, ...(await findDataWarnings(duckDb))]
    await writeTables(duckDb, partial, onProgress)
    const windows = await checkTables(duckDb, catalog)
    if (readRawSource(dataDir).dataVersion !== source.dataVersion) {
      throw new DataError(
        'BUSY',
        `${dataDir}/raw was replaced while features were built; run the build again.`,
      )
    }
    const summary: FeaturesSummary = {
      dataVersion: source.dataVersion,
      origin: source.origin,
      name: source.name,
      rows: Object.values(windows).reduce((sum, rows) => sum + rows, 0),
      featureCount: catalog.features.length,
      windows,
      warnings: [...new Set(warnings)],
      featuresSqlSha256: computeFeaturesSqlSha256(),
    }
    writeFileSync(join(partial, 'features.json'), `${JSON.stringify(summary, null, 2)}\n`)
    publishFiles(partial, dataDir, Object.values(products), 'features.json')
    return summary
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
}

async function writeTables(
  duckDb: DuckDb,
  partial: string,
  onProgress: BuildFeaturesOptions['onProgress'],
): Promise<void> {
  const written = featureRelations.filter((relation) => relation.kept === 'file').length
  const steps = written + Object.keys(products).length
  let step = 0
  const report = (relation: string) => onProgress?.({ step: ++step, steps, relation })
  await runFeatureRelations(duckDb, partial, report)
  for (const [relation, file] of Object.entries(products)) {
    report(relation)
    const path = quoteText(join(partial, file))
    await duckDb.connection.run(
      `copy (select * from ${relation} order by client_id) to ${path} (format parquet, compression zstd)`,
    )
    await duckDb.connection.run(`create or replace view ${relation} as select * from read_parquet(${path})`)
  }
}

/** Refused before anything is built, because each join would multiply the rows of a client who stands twice. */
async function refuseDuplicateClients(duckDb: DuckDb): Promise<void> {
  const [duplicate] = await duckDb.rows<{ client_id: bigint }>(
    `select SK_ID_CURR as client_id
    from (select SK_ID_CURR from application_train union all select SK_ID_CURR from application_test)
    group by SK_ID_CURR having count(*) > 1 order by SK_ID_CURR limit 1`,
  )
  if (!duplicate) return
  throw new DataError(
    'DUPLICATE_CLIENT',
    `Client ${duplicate.client_id} stands in more than one row of application_train and application_test; keep one and import again.`,
  )
}

async function checkTables(duckDb: DuckDb, catalog: Catalog): Promise<Record<string, number>> {
  const counts = catalog.features.map(({ name }) => `count(*) filter (not isfinite(${name})) as ${name}`)
  const [infinite = {}] = await duckDb.rows<Record<string, bigint>>(
    `select ${counts.join(', ')} from client_features`,
  )
  const wrong = Object.entries(infinite).find(([, rows]) => rows > 0n)
  if (wrong) {
    const sources = catalog.features.find(({ name }) => name === wrong[0])?.sources.join(', ')
    throw new DataError(
      'VALUE_INVALID',
      `Feature ${wrong[0]} is infinite for ${wrong[1]} clients; look for infinite values in ${sources} and import again.`,
    )
  }
  const windows = await duckDb.rows<{ window: string; rows: bigint }>(
    'select "window", count(*) as rows from client_features group by "window" order by "window" desc',
  )
  return Object.fromEntries(windows.map((row) => [row.window, Number(row.rows)]))
}

function removeStalePartials(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    const pid = /^features\.partial-(\d+)$/.exec(name)?.[1]
    const path = join(dataDir, name)
    if (pid && !isProcessRunning(Number(pid), path)) rmSync(path, { recursive: true, force: true })
  }
}
