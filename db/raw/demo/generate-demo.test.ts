import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DuckDb, openDuckDb } from '#db/open-duckdb.ts'
import { type RawTableName, rawSchema, rawTableNames } from '../raw-schema.ts'
import { generateDemo } from './generate-demo.ts'

const clients = 1000
const folder = mkdtempSync(join(tmpdir(), 'generate-demo-'))
const dataDir = join(folder, 'data')
const steps: string[] = []
let duckDb: DuckDb

beforeAll(async () => {
  await generateDemo({
    dataDir,
    clients,
    seed: 7,
    threads: 2,
    onProgress: ({ done, total }) => steps.push(`${done}/${total}`),
  })
  duckDb = await openDuckDb()
})
afterAll(() => {
  duckDb?.close()
  rmSync(folder, { recursive: true, force: true })
})

const pathOf = (table: RawTableName, from = dataDir) => join(from, 'raw', `${table}.parquet`)
const source = () => JSON.parse(readFileSync(join(dataDir, 'raw', 'source.json'), 'utf8'))

describe('a demo of 1,000 clients', () => {
  it.each(rawTableNames)('writes %s with the columns and types of the raw schema', async (table) => {
    const columns = await duckDb.rows<{ column_name: string; column_type: string }>(
      `describe from read_parquet('${pathOf(table)}')`,
    )
    expect(columns.map((column) => [column.column_name, column.column_type])).toEqual(
      rawSchema[table].map(({ name, type }) => [name, type]),
    )
  })

  it('describes itself with its version and the rows of each table', async () => {
    expect(source()).toMatchObject({ origin: 'demo', warnings: [] })
    expect(source().dataVersion).toMatch(/^demo-1000-s7-[0-9a-f]{8}$/)
    for (const table of rawTableNames) {
      const [count] = await duckDb.rows<{ rows: number }>(
        `select count(*)::double as rows from read_parquet('${pathOf(table)}')`,
      )
      expect(source().tables[table]).toEqual({ rows: count?.rows, sha256: null, present: true })
    }
  })

  it('tells its progress up to the end and leaves nothing but the tables behind', () => {
    const [done, total] = (steps.at(-1) ?? '').split('/')
    expect(done).toBe(total)
    expect(readdirSync(dataDir)).toEqual(['raw'])
    expect(readdirSync(join(dataDir, 'raw')).sort()).toEqual(
      [...rawTableNames.map((table) => `${table}.parquet`), 'source.json'].sort(),
    )
  })
})

describe('the same clients and seed', () => {
  it('give the same rows in the same order on one thread and in small chunks', async () => {
    const again = join(folder, 'again')
    await generateDemo({ dataDir: again, clients, seed: 7, threads: 1, clientsPerChunk: 600 })
    for (const table of rawTableNames) {
      const [difference] = await duckDb.rows<{ rows: number }>(`
        with one as (from read_parquet('${pathOf(table)}', file_row_number = true)),
        other as (from read_parquet('${pathOf(table, again)}', file_row_number = true))
        select count(*)::double as rows from ((from one except from other) union all (from other except from one))`)
      expect([table, difference?.rows]).toEqual([table, 0])
    }
  })

  it('differ from those of another seed', async () => {
    const other = join(folder, 'other')
    const { dataVersion } = await generateDemo({ dataDir: other, clients: 300, seed: 8, threads: 1 })
    expect(dataVersion).toMatch(/^demo-300-s8-/)
    const [same] = await duckDb.rows<{ share: number }>(`
      select avg((one.AMT_CREDIT = other.AMT_CREDIT)::integer) as share
      from read_parquet('${pathOf('application_train')}') one
      join read_parquet('${pathOf('application_train', other)}') other using (SK_ID_CURR)`)
    expect(same?.share).toBeLessThan(0.1)
  })
})

describe('a run that ends early', () => {
  it('leaves the former tables whole and no partial ones', async () => {
    const before = readFileSync(pathOf('bureau'))
    const stop = () => {
      throw new Error('the disk is full')
    }
    await expect(generateDemo({ dataDir, clients: 50, seed: 1, onProgress: stop })).rejects.toThrow(
      'the disk is full',
    )
    expect(readdirSync(dataDir)).toEqual(['raw'])
    expect(readFileSync(pathOf('bureau')).equals(before)).toBe(true)
  })

  it('by being killed is cleared away by the next, which restores tables that were set aside', async () => {
    const killed = join(folder, 'killed')
    mkdirSync(join(killed, 'raw.partial-999999999'), { recursive: true })
    mkdirSync(join(killed, 'raw.former-999999999'))
    writeFileSync(join(killed, 'raw.former-999999999', 'source.json'), '{}')
    const fail = () => {
      throw new Error('stopped')
    }
    await expect(generateDemo({ dataDir: killed, clients: 50, seed: 1, onProgress: fail })).rejects.toThrow()
    expect(readdirSync(killed)).toEqual(['raw'])
    expect(existsSync(join(killed, 'raw', 'source.json'))).toBe(true)
  })

  it('never begins while another process is writing there', async () => {
    const busy = join(folder, 'busy')
    mkdirSync(join(busy, `raw.partial-${process.ppid}`), { recursive: true })
    await expect(generateDemo({ dataDir: busy, clients: 50, seed: 1 })).rejects.toMatchObject({
      code: 'BUSY',
    })
  })

  it.each([
    [0, 7],
    [1.5, 7],
    [10, -1],
  ])('never begins for %d clients and seed %d', async (count, seed) => {
    const call = generateDemo({ dataDir, clients: count, seed })
    await expect(call).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
  })
})
