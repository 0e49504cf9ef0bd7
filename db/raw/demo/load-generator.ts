import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDb } from '#db/open-duckdb.ts'
import type { DemoOptions } from './demo-options.ts'
import { aggregatesSql, loadAggregates, riskMacroSql } from './load-aggregates.ts'

/** Text of a file under sql/. */
export function readSql(name: string): string {
  return readFileSync(join(import.meta.dirname, 'sql', `${name}.sql`), 'utf8')
}

/** Puts the published aggregates and the macros that read them into a fresh DuckDB. */
export async function loadGenerator(duckDb: DuckDb): Promise<void> {
  const aggregates = loadAggregates()
  for (const statement of aggregatesSql(aggregates)) await duckDb.connection.run(statement)
  await duckDb.connection.run(riskMacroSql(aggregates.odds))
  await duckDb.connection.run(readSql('macros'))
}

/** Share of the competition's clients that are in its test window. */
const testShare = 48_744 / 356_255
const firstClientId = 100_001
/** Ids follow on from chunk to chunk; contracts older than the earlier applications bear lower ones. */
const firstIds = { first_bureau_id: 5_000_000, first_previous_id: 1_000_000, first_older_id: 100_000 }

/**
 * Makes `all_clients` (number from 0, client_id, win 0 = train and 1 = test, key): ids run through both windows, which
 * are shuffled by the seed and hold Kaggle's shares.
 */
export async function createClients(duckDb: DuckDb, { clients, seed }: DemoOptions): Promise<void> {
  const testClients = Math.round(clients * testShare)
  await duckDb.connection.run(`
    create table all_clients as
    with keyed as (
      select range as number, ${firstClientId} + range as client_id,
        hash(xor(hash(${seed}::ubigint), hash(range::ubigint))) as key
      from range(${clients})
    )
    select *, (row_number() over (order by hash(xor(key, 77::ubigint)), number) <= ${testClients})::integer as win
    from keyed`)
  for (const [variable, first] of Object.entries(firstIds)) {
    await duckDb.connection.run(`set variable ${variable} = ${first}`)
  }
}
