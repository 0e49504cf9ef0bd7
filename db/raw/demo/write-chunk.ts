import { join } from 'node:path'
import type { DuckDb } from '#db/open-duckdb.ts'
import { quoteText } from '#db/quote-text.ts'
import { type RawTableName, rawSchema, rawTableNames } from '../raw-schema.ts'
import { correlatedNormalsSql } from './correlated-normals-sql.ts'
import { loadAggregates } from './load-aggregates.ts'
import { readSql } from './load-generator.ts'

interface Chunk {
  /** Folder of the chunks' files. */
  parts: string
  chunk: number
  /** Clients by number: from `first` up to, but not with, `end`. */
  first: number
  end: number
}

/** SQL files in the order in which each finds its inputs made. */
const steps = [
  'person',
  'building',
  'application',
  'bureau',
  'bureau_balance',
  'previous_application',
  'previous_schedule',
  'contract',
  'pos_cash_balance',
  'credit_card_balance',
  'installments_payments',
  'bureau_summary',
  'contract_summary',
  'risk_terms',
  'risk_history_terms',
  'outcome',
]

/** Where a table's rows come from and the order in which they are written. */
const exports: Record<RawTableName, { from: string; order: string }> = {
  application_train: { from: 'application_rows where win = 0', order: 'client_id' },
  application_test: { from: 'application_rows where win = 1', order: 'client_id' },
  bureau: { from: 'bureau', order: 'client_id, SK_ID_BUREAU' },
  bureau_balance: { from: 'bureau_balance', order: 'client_id, SK_ID_BUREAU, MONTHS_BALANCE desc' },
  previous_application: { from: 'previous_application', order: 'client_id, SK_ID_PREV' },
  POS_CASH_balance: { from: 'POS_CASH_balance', order: 'client_id, SK_ID_PREV, MONTHS_BALANCE' },
  credit_card_balance: { from: 'credit_card_balance', order: 'client_id, SK_ID_PREV, MONTHS_BALANCE' },
  installments_payments: {
    from: 'installments_payments',
    order: 'client_id, SK_ID_PREV, NUM_INSTALMENT_NUMBER, part',
  },
}

/** Generates one chunk of clients with their histories and writes it, a Parquet file a table. */
export async function writeChunk(duckDb: DuckDb, { parts, chunk, first, end }: Chunk): Promise<void> {
  const { independent, correlated } = correlatedNormalsSql(loadAggregates().correlation)
  await duckDb.connection.run(`
    create or replace temp table client as
    with independent as (
      select client_id, win, key, ${independent} from all_clients where number >= ${first} and number < ${end}
    )
    select client_id, win, key, ${correlated} from independent`)
  for (const step of steps) await duckDb.connection.run(readSql(step))
  for (const table of rawTableNames) {
    const { from, order } = exports[table]
    await duckDb.connection.run(
      `copy (select ${selectList(table)} from ${from} order by ${order})
        to ${quoteText(chunkFile(parts, table, chunk))} (format parquet)`,
    )
  }
  await advanceIds(duckDb)
}

/** The file of one table's rows of one chunk. */
export function chunkFile(parts: string, table: RawTableName, chunk: number): string {
  return join(parts, `${table}-${chunk}.parquet`)
}

function selectList(table: RawTableName): string {
  return rawSchema[table]
    .map(({ name, type }) => `cast(${name === 'SK_ID_CURR' ? 'client_id' : name} as ${type}) as ${name}`)
    .join(', ')
}

async function advanceIds(duckDb: DuckDb): Promise<void> {
  const used = {
    first_bureau_id: 'bureau',
    first_previous_id: 'previous_application',
    first_older_id: '(from contract where SK_ID_PREV < 1000000)',
  }
  for (const [variable, rows] of Object.entries(used)) {
    await duckDb.connection.run(
      `set variable ${variable} = getvariable('${variable}') + (select count(*) from ${rows})`,
    )
  }
}
