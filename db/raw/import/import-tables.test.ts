import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDuckDb } from '#db/open-duckdb.ts'
import { rawSchema, rawTableNames } from '../raw-schema.ts'
import { importTables } from './import-tables.ts'
import { type CsvTable, tinyTables, toCsv } from './test-data/tiny-tables.ts'
import { writeZip, type ZipEntry } from './test-data/write-zip.ts'

let home: string
let dataDir: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'import-'))
  dataDir = join(home, 'data')
})
afterEach(() => rmSync(home, { recursive: true }))

const entriesOf = (tables = tinyTables(), folder = ''): ZipEntry[] =>
  Object.entries(tables).map(([table, rows]) => ({ name: `${folder}${table}.csv`, content: toCsv(rows) }))

function writeFolder(name: string, files: [name: string, content: string | Buffer][]): string {
  const folder = join(home, name)
  mkdirSync(folder)
  for (const [file, content] of files) writeFileSync(join(folder, file), content)
  return folder
}

const importFrom = (path: string) => importTables({ path, dataDir })

/** All imported rows as text, to compare imports by. */
async function readImported(): Promise<string[]> {
  await using duck = await openDuckDb()
  const texts: string[] = []
  for (const table of rawTableNames) {
    const path = join(dataDir, 'raw', `${table}.parquet`)
    const columns = await duck.rows<{ column_name: string; column_type: string }>(
      `describe select * from read_parquet('${path}')`,
    )
    expect(columns.map(({ column_name, column_type }) => ({ name: column_name, type: column_type }))).toEqual(
      rawSchema[table],
    )
    const rows = await duck.rows<{ row: string }>(
      `select cast(t as varchar) as row from read_parquet('${path}') t`,
    )
    texts.push(...rows.map(({ row }) => `${table} ${row}`))
  }
  return texts
}

describe('an import', () => {
  it('keeps every row and value, by the competition’s columns', async () => {
    const path = join(home, 'kaggle.zip')
    writeZip(path, entriesOf())
    const summary = await importFrom(path)
    expect(await readImported()).toMatchSnapshot()
    expect(summary.warnings).toEqual([])
    const source = JSON.parse(readFileSync(join(dataDir, 'raw/source.json'), 'utf8'))
    expect(source).toMatchObject({
      origin: 'import',
      dataVersion: summary.dataVersion,
      name: 'Import of kaggle.zip',
      tables: {
        application_train: { rows: 3, present: true, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
      warnings: [],
    })
    expect(readdirSync(dataDir)).toEqual(['raw'])
  })
})

describe('the same tables', () => {
  it('are the same from a zip with folders, a folder, packed files, other cases, other line ends and Parquet', async () => {
    const tables = Object.entries(tinyTables())
    const zip = join(home, 'kaggle.zip')
    writeZip(zip, entriesOf(tinyTables(), 'home-credit/csv/'))
    const { dataVersion } = await importFrom(zip)
    const rows = await readImported()
    const csv = writeFolder(
      'csv',
      tables.map(([table, content]) => [`${table}.csv`, toCsv(content)]),
    )
    expect((await importFrom(csv)).dataVersion).toBe(dataVersion)
    expect(await readImported()).toEqual(rows)
    const packed = writeFolder(
      'gz',
      tables.map(([table, content]) => [`${table.toUpperCase()}.CSV.GZ`, gzipSync(toCsv(content))]),
    )
    expect((await importFrom(packed)).dataVersion).toBe(dataVersion)
    expect(await readImported()).toEqual(rows)
    const windows = writeFolder(
      'crlf',
      tables.map(([table, content]) => [`${table}.csv`, `\uFEFF${toCsv(content, '\r\n')}`]),
    )
    expect((await importFrom(windows)).dataVersion).not.toBe(dataVersion)
    expect(await readImported()).toEqual(rows)
    const parquet = writeFolder(
      'parquet',
      rawTableNames.map((table) => [
        `${table}.parquet`,
        readFileSync(join(dataDir, 'raw', `${table}.parquet`)),
      ]),
    )
    await importFrom(parquet)
    expect(await readImported()).toEqual(rows)
  })
})

describe('the text of a table', () => {
  it('may have columns in any order', async () => {
    const folder = writeFolder(
      'csv',
      Object.entries(tinyTables()).map(([table, rows]) => [`${table}.csv`, toCsv(rows)]),
    )
    await importFrom(folder)
    const rows = await readImported()
    for (const [table, content] of Object.entries(tinyTables())) {
      writeFileSync(join(folder, `${table}.csv`), toCsv(content.map((row) => row.toReversed())))
    }
    await importFrom(folder)
    expect(await readImported()).toEqual(rows)
  })

  it('means what it says: blanks, NaN, quotes, commas, line breaks and accents', async () => {
    const tables = { application_train: tinyTables().application_train }
    const [header, first] = tables.application_train as [string[], string[]]
    const set = (name: string, text: string) => {
      first[header.indexOf(name)] = text
    }
    set('OCCUPATION_TYPE', 'Ouvrière, « qualifiée »\nd’atelier "A"')
    set('AMT_ANNUITY', 'nan')
    set('AMT_CREDIT', '1e5')
    await importFrom(writeFolder('csv', [['application_train.csv', toCsv(tables.application_train)]]))
    await using duck = await openDuckDb()
    const [row] = await duck.rows(
      `select OCCUPATION_TYPE, AMT_ANNUITY, AMT_CREDIT from read_parquet('${dataDir}/raw/application_train.parquet') limit 1`,
    )
    expect(row).toEqual({
      OCCUPATION_TYPE: 'Ouvrière, « qualifiée »\nd’atelier "A"',
      AMT_ANNUITY: null,
      AMT_CREDIT: 100_000,
    })
  })
})

describe('what is not there or not needed', () => {
  it('becomes a table without rows and a warning, whether absent, empty or a header alone', async () => {
    const { application_train, bureau } = tinyTables()
    const folder = writeFolder('csv', [
      ['application_train.csv', toCsv(application_train)],
      ['application_test.csv', ''],
      ['bureau.csv', toCsv(bureau.slice(0, 1))],
    ])
    const { warnings, tables } = await importFrom(folder)
    expect((await readImported()).length).toBe(3)
    expect(warnings).toHaveLength(7)
    expect(warnings[0]).toBe('application_test is empty: that window has no clients.')
    expect([tables.application_test.present, tables.bureau.present, tables.bureau_balance.present]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('is counted when it is a history row of nobody, or there twice', async () => {
    const tables = tinyTables()
    const stray = (table: CsvTable, id: string) => {
      const row = table[1] as string[]
      row[table[0]?.indexOf(id) as number] = '77'
    }
    stray(tables.previous_application, 'SK_ID_CURR')
    stray(tables.bureau_balance, 'SK_ID_BUREAU')
    tables.bureau.push(tables.bureau[2] as string[])
    const path = join(home, 'kaggle.zip')
    writeZip(path, entriesOf(tables))
    expect((await importFrom(path)).warnings).toEqual([
      'bureau_balance: 1 of 5 rows belong to no credit of table bureau and are left out.',
      'previous_application: 1 of 5 rows belong to no client of the application tables and are left out.',
      'bureau: 1 rows repeat the SK_ID_BUREAU of another and are counted again.',
    ])
  })

  it('is left out when it is no table, and named', async () => {
    const path = join(home, 'kaggle.zip')
    const others = [
      'HomeCredit_columns_description.csv',
      'sample_submission.csv',
      '__MACOSX/._bureau.csv',
      'docs/',
    ]
    writeZip(path, [
      ...others.map((name) => ({ name, content: name.endsWith('/') ? '' : 'x' })),
      ...entriesOf(),
    ])
    expect((await importFrom(path)).ignored).toEqual([
      'HomeCredit_columns_description.csv',
      'sample_submission.csv',
    ])
  })
})

describe('an import that is killed', () => {
  it.each([
    ['application_train', '1'],
    ['bureau', '1'],
    ['installments_payments', '2'],
  ])('at table %s leaves the tables that were there', async (table, nth) => {
    const first = join(home, 'first.zip')
    writeZip(first, entriesOf())
    const { dataVersion } = await importFrom(first)
    const rows = await readImported()
    const changed = tinyTables()
    changed.bureau.splice(1, 1)
    const second = join(home, 'second.zip')
    writeZip(second, entriesOf(changed))
    await killAt(second, table, nth)
    expect(JSON.parse(readFileSync(join(dataDir, 'raw/source.json'), 'utf8')).dataVersion).toBe(dataVersion)
    expect(await readImported()).toEqual(rows)
    await importFrom(second)
    expect((await readImported()).length).toBe(rows.length - 1)
    expect(readdirSync(dataDir)).toEqual(['raw'])
  })

  function killAt(path: string, table: string, nth: string): Promise<void> {
    const script = join(import.meta.dirname, 'test-data/import-and-halt.ts')
    const child = spawn(process.execPath, [script, path, dataDir, table, nth], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return new Promise((resolve, reject) => {
      child.stdout.once('data', () => child.kill('SIGKILL'))
      child.once('exit', (_, signal) =>
        signal === 'SIGKILL' ? resolve() : reject(new Error('It ended too early.')),
      )
    })
  }
})

it('While another import is at work, a second one is refused', async () => {
  const path = join(home, 'kaggle.zip')
  writeZip(path, entriesOf())
  mkdirSync(join(dataDir, `raw.partial-${process.ppid}`), { recursive: true })
  await expect(importFrom(path)).rejects.toMatchObject({ code: 'BUSY' })
})

const realFolder = join(import.meta.dirname, '../../../../shared/home-credit')
describe.runIf(existsSync(realFolder))('the real archives', () => {
  it.each([
    [
      'home-credit-sample.zip',
      {
        application_train: 5000,
        application_test: 5000,
        bureau_balance: 1_207_059,
        installments_payments: 0,
      },
    ],
    [
      'home-credit-instalments.zip',
      { application_train: 719, application_test: 0, bureau_balance: 0, installments_payments: 27_881 },
    ],
  ])('%s is imported as it is', async (name, rows) => {
    const { tables, warnings } = await importFrom(join(realFolder, name))
    for (const [table, count] of Object.entries(rows))
      expect(tables[table as keyof typeof tables].rows).toBe(count)
    expect(warnings.every((warning) => warning.includes('is empty'))).toBe(true)
  })
})
