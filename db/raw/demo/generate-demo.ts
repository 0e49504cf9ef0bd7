import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DuckDb, openDuckDb } from '#db/open-duckdb.ts'
import { quoteText } from '#db/quote-text.ts'
import { replaceRawTables } from '#db/raw/replace-raw-tables.ts'
import { type RawTableName, rawTableNames } from '../raw-schema.ts'
import { checkDemoOptions, type DemoOptions } from './demo-options.ts'
import { createClients, loadGenerator } from './load-generator.ts'
import { chunkFile, writeChunk } from './write-chunk.ts'

export interface GenerateDemoOptions extends DemoOptions {
  dataDir: string
  /** Called after each chunk of clients and each table; `done` of `total` steps of the work are behind. */
  onProgress?: (progress: { step: string; done: number; total: number }) => void
  /** Any number gives the same rows; one, the default, takes the least work on a busy machine. */
  threads?: number
  /** Any number gives the same rows; bounds the memory. */
  clientsPerChunk?: number
}
/** A first start on a machine of 1 GB takes 0.6 GB of it for these, in the same time as with more. */
const littleMemory = '300MB'
const mostClientsInLittle = 100_000

export interface DemoSummary {
  dataVersion: string
  rows: Record<RawTableName, number>
}

/**
 * Writes synthetic tables with Kaggle's schema into `dataDir/raw`, all or nothing: the former tables stay until the
 * new ones are whole. The same clients and seed give the same rows on any number of threads. Holds no real row.
 * @throws DataError INVALID_ARGUMENT for an impossible number of clients or seed.
 */
export async function generateDemo(options: GenerateDemoOptions): Promise<DemoSummary> {
  const { dataDir, clients, seed, onProgress, threads = 1 } = options
  const { clientsPerChunk = 20_000 } = options
  checkDemoOptions(options)
  return await replaceRawTables(dataDir, async (partial) => {
    const parts = join(partial, 'parts')
    mkdirSync(parts)
    const memoryLimit = clients > mostClientsInLittle ? undefined : littleMemory
    await using duckDb = await openDuckDb({
      spillDirectory: join(parts, 'spill'),
      threads,
      ...(memoryLimit && { memoryLimit }),
    })
    await loadGenerator(duckDb)
    await createClients(duckDb, { clients, seed })
    const chunks = Math.ceil(clients / clientsPerChunk)
    const total = 8 * chunks + rawTableNames.length
    for (let chunk = 0; chunk < chunks; chunk++) {
      await writeChunk(duckDb, {
        parts,
        chunk,
        first: chunk * clientsPerChunk,
        end: (chunk + 1) * clientsPerChunk,
      })
      onProgress?.({ step: 'generating', done: 8 * (chunk + 1), total })
    }
    const rows = {} as Record<RawTableName, number>
    for (const [index, table] of rawTableNames.entries()) {
      rows[table] = await joinChunks(duckDb, { partial, parts, table, chunks })
      onProgress?.({ step: 'writing', done: 8 * chunks + index + 1, total })
    }
    const dataVersion = demoVersion({ clients, seed })
    writeFileSync(
      join(partial, 'source.json'),
      `${JSON.stringify(describeSource(dataVersion, rows, options), null, 2)}\n`,
    )
    return { dataVersion, rows }
  })
}

interface JoinOptions {
  partial: string
  parts: string
  table: RawTableName
  chunks: number
}

async function joinChunks(duckDb: DuckDb, { partial, parts, table, chunks }: JoinOptions): Promise<number> {
  const files = Array.from({ length: chunks }, (_, chunk) => quoteText(chunkFile(parts, table, chunk)))
  const target = join(partial, `${table}.parquet`)
  if (chunks === 1) renameSync(chunkFile(parts, table, 0), target)
  else {
    await duckDb.connection.run(
      `copy (select * from read_parquet([${files.join(',')}])) to ${quoteText(target)} (format parquet)`,
    )
  }
  const [count] = await duckDb.rows<{ rows: number }>(
    `select count(*)::double as rows from read_parquet(${quoteText(target)})`,
  )
  return count?.rows ?? 0
}

/** `demo-<clients>-s<seed>-<hash>`: the hash changes with the generator's SQL, aggregates or numbers. */
function demoVersion({ clients, seed }: DemoOptions): string {
  const hash = createHash('sha256')
  for (const folder of ['sql', 'aggregates']) {
    const path = join(import.meta.dirname, folder)
    const files = readdirSync(path).filter((file) => /\.(sql|json)$/.test(file))
    for (const file of files.sort()) hash.update(file).update(readFileSync(join(path, file)))
  }
  hash.update(`${clients} ${seed}`)
  return `demo-${clients}-s${seed}-${hash.digest('hex').slice(0, 8)}`
}

function describeSource(
  dataVersion: string,
  rows: Record<RawTableName, number>,
  { clients, seed }: DemoOptions,
) {
  const tables = Object.fromEntries(
    rawTableNames.map((table) => [table, { rows: rows[table], sha256: null, present: true }]),
  )
  const name = `Synthetic demo data: ${clients} clients, seed ${seed}`
  return { origin: 'demo', dataVersion, name, tables, warnings: [], createdAt: new Date().toISOString() }
}
