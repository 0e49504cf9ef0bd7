import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openDuckDb } from '#db/open-duckdb.ts'
import { rawSchema, rawTableNames } from '#db/raw/raw-schema.ts'
import { buildFeatures } from './build-features.ts'

type RawRows = Partial<Record<(typeof rawTableNames)[number], Record<string, string | number>[]>>

const root = mkdtempSync(join(tmpdir(), 'build-features-'))
afterAll(() => rmSync(root, { recursive: true }))
let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(root, 'data-'))
})

const products = ['features.parquet', 'clients.parquet', 'fairness_groups.parquet', 'features.json']
const aFewClients: RawRows = {
  application_train: [
    { SK_ID_CURR: 3, TARGET: 1, AMT_CREDIT: 1000, AMT_ANNUITY: 100, EXT_SOURCE_2: 0.25 },
    { SK_ID_CURR: 1, TARGET: 0, AMT_CREDIT: 3000, AMT_ANNUITY: 100 },
  ],
  application_test: [{ SK_ID_CURR: 2, NAME_INCOME_TYPE: 'Working', CODE_GENDER: 'F', DAYS_BIRTH: -16000 }],
  bureau: [
    { SK_ID_CURR: 1, SK_ID_BUREAU: 11, DAYS_CREDIT: -30, CREDIT_ACTIVE: 'Active', AMT_CREDIT_SUM_DEBT: 5 },
  ],
}

async function writeRawTables(rows: RawRows, dataVersion = 'demo-test'): Promise<void> {
  const raw = join(dataDir, 'raw')
  mkdirSync(raw, { recursive: true })
  await using duckDb = await openDuckDb()
  for (const table of rawTableNames) {
    const columns = rawSchema[table].map(({ name, type }) => `"${name}" ${type}`)
    await duckDb.connection.run(`create or replace table written (${columns.join(', ')})`)
    for (const row of rows[table] ?? []) {
      const values = Object.values(row).map((value) =>
        typeof value === 'string' && !value.includes('::') ? `'${value}'` : value,
      )
      await duckDb.connection.run(
        `insert into written (${Object.keys(row).join(', ')}) values (${values.join(', ')})`,
      )
    }
    await duckDb.connection.run(`copy written to '${join(raw, `${table}.parquet`)}' (format parquet)`)
  }
  const source = {
    origin: 'demo',
    dataVersion,
    name: 'A few clients',
    tables: {},
    warnings: ['Made by a test.'],
  }
  writeFileSync(join(raw, 'source.json'), JSON.stringify(source))
}

async function readProduct(file: string): Promise<Record<string, unknown>[]> {
  await using duckDb = await openDuckDb()
  return duckDb.rows(`select * from read_parquet('${join(dataDir, file)}')`)
}

function readBytes(): Buffer[] {
  return products.map((file) => readFileSync(join(dataDir, file)))
}

describe('buildFeatures', () => {
  it('writes a row a client of both windows, by client, and says what it is built from', async () => {
    await writeRawTables(aFewClients)
    const summary = await buildFeatures({ dataDir })
    const features = await readProduct('features.parquet')
    expect(features.map(({ client_id, window, target }) => [client_id, window, target])).toEqual([
      [1n, 'train', 0],
      [2n, 'test', null],
      [3n, 'train', 1],
    ])
    expect(features.map((row) => row.credit_to_annuity_ratio)).toEqual([30, null, 10])
    expect((await readProduct('clients.parquet')).map((row) => row.income_type)).toEqual([
      null,
      'Working',
      null,
    ])
    expect(await readProduct('fairness_groups.parquet')).toEqual([
      { client_id: 1n, sex: null, age_band: null, family_status: null },
      { client_id: 2n, sex: 'female', age_band: '35-44', family_status: null },
      { client_id: 3n, sex: null, age_band: null, family_status: null },
    ])
    expect(summary).toMatchObject({
      dataVersion: 'demo-test',
      origin: 'demo',
      name: 'A few clients',
      rows: 3,
      featureCount: Object.keys(features[0] ?? {}).length - 3,
      windows: { train: 2, test: 1 },
    })
    expect(JSON.parse(readFileSync(join(dataDir, 'features.json'), 'utf8'))).toEqual(summary)
  })

  it('takes an empty table as missing features with a warning, never as zeros', async () => {
    await writeRawTables(aFewClients)
    const { warnings } = await buildFeatures({ dataDir })
    expect(warnings).toContain('Made by a test.')
    expect(warnings).toContain(
      'installments_payments is empty: the features that read it alone are missing for every client.',
    )
    for (const row of await readProduct('features.parquet')) {
      const known = Object.entries(row).filter(
        ([name, value]) => name.startsWith('instalment_') && value !== null,
      )
      expect(known).toEqual([])
    }
  })

  it('warns of a category that has no code and takes it as unknown', async () => {
    await writeRawTables({ application_train: [{ SK_ID_CURR: 1, NAME_INCOME_TYPE: 'Astronaut' }] })
    const { warnings } = await buildFeatures({ dataDir })
    expect(warnings).toContain(
      'application_train.NAME_INCOME_TYPE holds "Astronaut" (1 rows), which category_codes.csv does not know: treated as unknown.',
    )
    expect((await readProduct('features.parquet'))[0]?.income_type_code).toBeNull()
  })

  it('gives the same bytes for the same raw tables', async () => {
    await writeRawTables(aFewClients)
    await buildFeatures({ dataDir })
    const first = readBytes()
    await buildFeatures({ dataDir })
    expect(readBytes().map((bytes, index) => bytes.equals(first[index] as Buffer))).toEqual(
      products.map(() => true),
    )
  })
})

describe('buildFeatures, when something is wrong', () => {
  it('leaves the former features untouched, and nothing behind, when it fails', async () => {
    await writeRawTables(aFewClients)
    await buildFeatures({ dataDir })
    const former = readBytes()
    await writeRawTables({ application_train: [{ SK_ID_CURR: 1 }], application_test: [{ SK_ID_CURR: 1 }] })
    await expect(buildFeatures({ dataDir })).rejects.toMatchObject({
      code: 'DUPLICATE_CLIENT',
      message: expect.stringContaining('Client 1 stands in more than one row'),
    })
    expect(readBytes()).toEqual(former)
    expect(readdirSync(dataDir).sort()).toEqual([...products, 'raw'].sort())
  })

  it('refuses an infinite value, naming the feature and its source', async () => {
    await writeRawTables({ application_train: [{ SK_ID_CURR: 1, EXT_SOURCE_1: "'inf'::double" }] })
    await expect(buildFeatures({ dataDir })).rejects.toMatchObject({
      code: 'VALUE_INVALID',
      message: expect.stringContaining(
        'external_score1 is infinite for 1 clients; look for infinite values in',
      ),
    })
    expect(existsSync(join(dataDir, 'features.json'))).toBe(false)
  })

  it('refuses raw tables that were replaced while it ran', async () => {
    await writeRawTables(aFewClients)
    const source = join(dataDir, 'raw', 'source.json')
    const onProgress = () =>
      writeFileSync(source, readFileSync(source, 'utf8').replace('demo-test', 'demo-other'))
    await expect(buildFeatures({ dataDir, onProgress })).rejects.toMatchObject({ code: 'BUSY' })
  })

  it('says which command makes the raw tables when there are none, or one is gone', async () => {
    await expect(buildFeatures({ dataDir })).rejects.toMatchObject({
      code: 'STEP_MISSING',
      message: expect.stringContaining('npm run data:demo'),
    })
    await writeRawTables(aFewClients)
    rmSync(join(dataDir, 'raw', 'bureau.parquet'))
    await expect(buildFeatures({ dataDir })).rejects.toMatchObject({
      code: 'STEP_MISSING',
      message: expect.stringContaining('bureau.parquet is absent'),
    })
  })

  it('ends its command with 1 and one line that says what to run', () => {
    const command = join(import.meta.dirname, 'features-build.ts')
    const env = { ...process.env, DATA_DIR: dataDir }
    const { status, stderr } = spawnSync(process.execPath, [command], { env, encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr).toMatch(/^features: .* holds no raw tables .*npm run data:import -- PATH.*\n$/)
  })

  it('names the column that is not Kaggle’s', async () => {
    await writeRawTables(aFewClients)
    await using duckDb = await openDuckDb()
    const path = join(dataDir, 'raw', 'bureau_balance.parquet')
    await duckDb.connection.run(
      `copy (select 1::bigint as SK_ID_BUREAU, 0 as MONTHS_BALANCE, '0' as STATUS) to '${path}' (format parquet)`,
    )
    await expect(buildFeatures({ dataDir })).rejects.toMatchObject({
      code: 'COLUMN_MISMATCH',
      message: expect.stringContaining('column 2 is MONTHS_BALANCE INTEGER, expected MONTHS_BALANCE DOUBLE'),
    })
  })

  it('clears away what a killed build left, not what a running one holds', async () => {
    await writeRawTables(aFewClients)
    const stale = join(dataDir, 'features.partial-99999999')
    const running = join(dataDir, `features.partial-${process.ppid}`)
    for (const folder of [stale, running]) mkdirSync(folder)
    await buildFeatures({ dataDir })
    expect([existsSync(stale), existsSync(running)]).toEqual([false, true])
  })
})
