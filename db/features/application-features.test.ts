import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DuckDb, openDuckDb } from '#db/open-duckdb.ts'
import { readApplicationFeaturesSql } from './application-features-sql.ts'
import { readRelationShapes } from './cases/run-relation-case.ts'

type Row = Record<string, number | null>
const rowCount = 400

/** The same pseudo-random numbers each time (Park and Miller). */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/** Rows of nulls, zeros, whole numbers (which SQLite would divide as integers), fractions and negatives. */
function makeRows(columns: string[]): Row[] {
  const random = makeRandom(11)
  const makeValue = () => {
    const kind = Math.floor(random() * 6)
    if (kind === 0) return null
    if (kind === 1) return 0
    if (kind === 2) return Math.floor(random() * 9) + 1
    if (kind === 3) return random()
    if (kind === 4) return -random() * 1000
    return Math.floor(random() * 5e8) / 1000
  }
  return Array.from({ length: rowCount }, (_, id) => ({
    client_id: id,
    ...Object.fromEntries(columns.map((column) => [column, id === 0 ? null : id === 1 ? 0 : makeValue()])),
  }))
}

describe('application_features.sql', () => {
  let rows: Row[]
  let columns: string[]
  let duckDb: DuckDb
  const sqlite = new Database(':memory:')

  beforeAll(async () => {
    columns = ((await readRelationShapes()).get('application_inputs') ?? [])
      .map(({ column_name }) => column_name)
      .slice(1)
    rows = makeRows(columns)
    const names = ['client_id', ...columns]
    duckDb = await openDuckDb()
    const literals = rows.map((row) => `(${names.map((name) => String(row[name])).join(', ')})`)
    await duckDb.connection.run(
      `create table application_inputs (client_id bigint, ${columns.map((name) => `${name} double`).join(', ')})`,
    )
    await duckDb.connection.run(`insert into application_inputs values ${literals.join(', ')}`)
    sqlite.exec(`create table application_inputs (${names.join(', ')})`)
    const insert = sqlite.prepare(
      `insert into application_inputs values (${names.map(() => '?').join(', ')})`,
    )
    for (const row of rows) insert.run(names.map((name) => row[name]))
  })
  afterAll(() => {
    duckDb.close()
    sqlite.close()
  })

  it('gives the same rows in DuckDB and SQLite, nulls and zeros included', async () => {
    const sql = `select * from (${readApplicationFeaturesSql()}) as features order by client_id`
    const fromSqlite = sqlite.prepare(sql).all() as Row[]
    const fromDuckDb = await duckDb.rows<Row>(sql)
    expect(fromSqlite).toHaveLength(rowCount)
    expect(fromDuckDb).toHaveLength(rowCount)
    const differences = fromDuckDb.flatMap((row, index) =>
      Object.keys(row)
        .filter(
          (name) => name !== 'client_id' && !isClose(row[name] ?? null, fromSqlite[index]?.[name] ?? null),
        )
        .map((name) => `client ${index} ${name}: DuckDB ${row[name]}, SQLite ${fromSqlite[index]?.[name]}`),
    )
    expect(differences).toEqual([])
    expect(Object.keys(fromSqlite[0] ?? {})).toEqual(Object.keys(fromDuckDb[0] ?? {}))
  })

  it('is never infinite, whatever is zero', async () => {
    const fromDuckDb = await duckDb.rows<Row>(readApplicationFeaturesSql())
    const infinite = fromDuckDb.flatMap((row) =>
      Object.entries(row).filter(
        ([name, value]) => name !== 'client_id' && value !== null && !Number.isFinite(value),
      ),
    )
    expect(infinite).toEqual([])
  })
})

function isClose(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one))
}
