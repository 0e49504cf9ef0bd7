import { type DuckDb, openDuckDb } from '#db/open-duckdb.ts'
import { quoteText } from '#db/quote-text.ts'
import { rawSchema, rawTableNames } from '#db/raw/raw-schema.ts'
import { createCategoryCodes } from '../create-category-codes.ts'
import { featureRelations, readRelationSql } from '../feature-relations.ts'

export type CaseRow = Record<string, string | number | boolean | null>
export interface RelationCase {
  title: string
  /** Rows of raw tables or of any relation before the tested one; what is not given is null, or an empty table. */
  given: Record<string, CaseRow[]>
  /** Rows in the order of their first column; columns not named are not looked at. */
  expected: CaseRow[]
}

// A type, not an interface, so that DuckDB's rows can be read as it.
type Column = { column_name: string; column_type: string }

/** The feature relations up to `last` (all unless named), over tables of the given rows, in a DuckDB of its own. */
async function openRelations(
  given: Record<string, CaseRow[]>,
  shapes?: Map<string, Column[]>,
  last?: string,
): Promise<DuckDb> {
  const duckDb = await openDuckDb()
  await createCategoryCodes(duckDb)
  for (const table of rawTableNames) {
    const columns = rawSchema[table].map(({ name, type }) => ({ column_name: name, column_type: type }))
    await createTable(duckDb, table, columns, given[table] ?? [])
  }
  for (const relation of featureRelations) {
    const rows = given[relation.name]
    const shape = shapes?.get(relation.name)
    if (rows && shape) await createTable(duckDb, relation.name, shape, rows)
    else await duckDb.connection.run(`create view ${relation.name} as ${readRelationSql(relation)}`)
    if (relation.name === last) break
  }
  return duckDb
}

async function createTable(duckDb: DuckDb, name: string, columns: Column[], rows: CaseRow[]): Promise<void> {
  const typed = columns.map((column) => `"${column.column_name}" ${column.column_type}`)
  await duckDb.connection.run(`create table ${name} (${typed.join(', ')})`)
  for (const row of rows) {
    const names = Object.keys(row).map((column) => `"${column}"`)
    const values = Object.values(row).map((value) =>
      typeof value === 'string' ? quoteText(value) : String(value),
    )
    await duckDb.connection.run(`insert into ${name} (${names.join(', ')}) values (${values.join(', ')})`)
  }
}

/** The columns and types of every feature relation, from empty raw tables. */
export async function readRelationShapes(): Promise<Map<string, Column[]>> {
  await using duckDb = await openRelations({})
  const shapes = new Map<string, Column[]>()
  for (const { name } of featureRelations) {
    shapes.set(name, await duckDb.rows<Column>(`describe ${name}`))
  }
  return shapes
}

/** The tested relation's rows, those columns that the case expects, whole numbers as numbers. */
export async function runRelationCase(
  relation: string,
  { given, expected }: RelationCase,
  shapes: Map<string, Column[]>,
): Promise<CaseRow[]> {
  await using duckDb = await openRelations(given, shapes, relation)
  const columns = Object.keys(expected[0] ?? { client_id: 0 }).map((name) => `"${name}"`)
  const rows = await duckDb.rows<Record<string, CaseRow[string] | bigint>>(
    `select ${columns.join(', ')} from ${relation} order by ${columns.join(', ')}`,
  )
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
    ),
  )
}
