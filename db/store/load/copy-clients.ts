import type Database from 'better-sqlite3'
import { getTableColumns } from 'drizzle-orm'
import { DataError } from '../../data-error.ts'
import type { DuckDb } from '../../open-duckdb.ts'
import { categoryColumn, type StoredColumn, sortedColumns, storedColumn } from '../client-columns.ts'
import { clients } from '../schema.ts'
import { identifier } from './check-tables.ts'

const columns = Object.values(getTableColumns(clients)).map((column) => ({
  name: column.name,
  duckType: { integer: 'double', real: 'double', text: 'varchar' }[column.getSQLType()] ?? 'varchar',
}))
/** What lists are sorted by, beside the score. */
const sortedNames = ['credit_amount', 'annual_income_amount', 'age_years'] as const
/** What lists are filtered by, beside the score. */
const categoryNames = ['window', 'contract_type', 'income_type'] as const

/**
 * Copies clients.parquet into `clients`.
 *
 * @returns the columns to keep beside the table for lists and searches, in the order of ids.
 * @throws DataError COLUMN_MISMATCH when a descriptive column is absent.
 */
export async function copyClients(
  duck: DuckDb,
  database: Database.Database,
  clientCount: number,
  onRows: (done: number) => void,
): Promise<StoredColumn[]> {
  await requireColumns(duck)
  const insert = database.prepare(
    `insert into clients (${columns.map(({ name }) => identifier(name)).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  )
  const selected = columns.map(({ name, duckType }) => `cast(${identifier(name)} as ${duckType})`)
  const result = await duck.connection.stream(
    `select ${selected.join(', ')} from built_clients order by client_id`,
  )
  const collected = collectColumns(clientCount)
  let done = 0
  for await (const chunk of result) {
    const values = columns.map((_, index) => chunk.getColumnValues(index) as (number | string | null)[])
    for (let row = 0; row < chunk.rowCount; row++) {
      insert.run(values.map((column) => column[row]))
      collected.add(done + row, values, row)
    }
    done += chunk.rowCount
    onRows(done)
  }
  return collected.finish()
}

function collectColumns(clientCount: number) {
  const position = (name: string) => columns.findIndex((column) => column.name === name)
  const numbers = ['client_id', ...sortedNames].map((name) => ({
    name,
    at: position(name),
    values: new Float64Array(clientCount),
  }))
  const texts = categoryNames.map((name) => ({
    name,
    at: position(name),
    values: Array<string | null>(clientCount),
  }))
  return {
    add(index: number, values: (number | string | null)[][], row: number) {
      for (const number of numbers)
        number.values[index] = (values[number.at]?.[row] as number | null) ?? Number.NaN
      for (const text of texts) text.values[index] = (values[text.at]?.[row] as string | null) ?? null
    },
    finish(): StoredColumn[] {
      const [ids, ...sorted] = numbers
      return [
        storedColumn('client_id', ids?.values ?? new Float64Array()),
        ...sorted.flatMap(({ name, values }) => sortedColumns(name, values)),
        ...texts.map(({ name, values }) => categoryColumn(name, values)),
      ]
    },
  }
}

async function requireColumns(duck: DuckDb): Promise<void> {
  const described = await duck.rows<{ column_name: string }>('describe built_clients')
  const found = new Set(described.map((row) => row.column_name))
  const absent = columns.find(({ name }) => !found.has(name))
  if (!absent) return
  throw new DataError(
    'COLUMN_MISMATCH',
    `clients.parquet has no column "${absent.name}". The columns of the client's description are expected. Build the features again with this version: \`npm run features:build\`.`,
  )
}
