import type Database from 'better-sqlite3'
import { getTableColumns } from 'drizzle-orm'
import { DataError } from '../../data-error.ts'
import type { DuckDb } from '../../open-duckdb.ts'
import { descriptionFields } from '../description-fields.ts'
import { clients } from '../schema.ts'
import { categoryColumn, type StoredColumn, sortedColumns, storedColumn } from '../stored-columns.ts'
import { identifier } from './check-tables.ts'

const columns = Object.values(getTableColumns(clients)).map((column) => ({
  name: column.name,
  duckType: { integer: 'double', real: 'double', text: 'varchar' }[column.getSQLType()] ?? 'varchar',
}))
/** What lists are sorted by, beside the score. */
const isSorted = (name: string) => ['credit_amount', 'annual_income_amount', 'age_years'].includes(name)
/** What lists and cohorts are filtered by, beside the score. */
const namesOf = (kind: 'number' | 'category' | 'flag') =>
  Object.values(descriptionFields)
    .filter((field) => field.kind === kind)
    .map(({ column }) => column)

/**
 * Copies clients.parquet into `clients`.
 *
 * @returns the columns to keep beside the table for lists, searches and cohorts, in the order of ids.
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
      const client = values.map((column) => column[row] ?? null)
      insert.run(client)
      collected.add(done + row, client)
    }
    done += chunk.rowCount
    onRows(done)
  }
  return collected.finish()
}

function collectColumns(clientCount: number) {
  const prepare = <Values>(names: readonly string[], make: () => Values) =>
    names.map((name) => ({
      name,
      at: columns.findIndex((column) => column.name === name),
      values: make(),
    }))
  const numbers = prepare(['client_id', ...namesOf('number')], () => new Float64Array(clientCount))
  const texts = prepare(['window', ...namesOf('category')], () => Array<string | null>(clientCount))
  const flags = prepare(['target', ...namesOf('flag')], () => new Int8Array(clientCount))
  return {
    add(index: number, row: readonly (number | string | boolean | null)[]) {
      for (const { at, values } of numbers) values[index] = (row[at] as number | null) ?? Number.NaN
      for (const { at, values } of texts) values[index] = (row[at] as string | null) ?? null
      for (const { at, values } of flags) values[index] = Number(row[at] ?? -1)
    },
    finish(): StoredColumn[] {
      return [
        ...numbers.flatMap(({ name, values }) =>
          isSorted(name) ? sortedColumns(name, values) : [storedColumn(name, values)],
        ),
        ...texts.map(({ name, values }) => categoryColumn(name, values)),
        ...flags.map(({ name, values }) => storedColumn(name === 'target' ? 'outcome' : name, values)),
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
