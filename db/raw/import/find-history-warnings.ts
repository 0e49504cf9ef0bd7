import type { DuckDb } from '#db/open-duckdb.ts'
import { quoteText } from '#db/quote-text.ts'
import { type RawTableName, rawTableNames } from '../raw-schema.ts'

/** Tables whose rows have a number of their own. */
const ownKeys = { bureau: 'SK_ID_BUREAU', previous_application: 'SK_ID_PREV' } as const

/**
 * One sentence for each history table with rows that belong to no client, which the feature SQL leaves out, or
 * that come twice, which it counts twice.
 */
export async function findHistoryWarnings(
  duck: DuckDb,
  pathOf: (table: RawTableName) => string,
): Promise<string[]> {
  const read = (table: RawTableName) => `read_parquet(${quoteText(pathOf(table))})`
  await duck.connection.run(`create or replace temp table known_clients as
    select SK_ID_CURR from ${read('application_train')} union select SK_ID_CURR from ${read('application_test')}`)
  const warnings: string[] = []
  for (const table of rawTableNames.slice(2)) {
    const [owner, key] =
      table === 'bureau_balance' ? [read('bureau'), 'SK_ID_BUREAU'] : ['known_clients', 'SK_ID_CURR']
    const [counted] = await duck.rows<{ rows: number; orphans: number }>(
      `select cast(count(*) as double) as rows, cast(count(*) filter (where ${key} not in (select ${key} from ${owner})) as double) as orphans
      from ${read(table)}`,
    )
    if (!counted?.orphans) continue
    const of =
      table === 'bureau_balance' ? 'no credit of table bureau' : 'no client of the application tables'
    warnings.push(`${table}: ${counted.orphans} of ${counted.rows} rows belong to ${of} and are left out.`)
  }
  for (const [table, key] of Object.entries(ownKeys) as [keyof typeof ownKeys, string][]) {
    const [counted] = await duck.rows<{ repeated: number }>(
      `select cast(count(*) - count(distinct ${key}) as double) as repeated from ${read(table)}`,
    )
    if (!counted?.repeated) continue
    warnings.push(`${table}: ${counted.repeated} rows repeat the ${key} of another and are counted again.`)
  }
  return warnings
}
