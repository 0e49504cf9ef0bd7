import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DataError } from '#db/data-error.ts'
import { openDuckDb } from '#db/open-duckdb.ts'
import type { RawTableName } from '../raw-schema.ts'
import { importTables } from './import-tables.ts'
import { type CsvTable, columnAt, tinyTables, toCsv } from './test-data/tiny-tables.ts'
import { writeZip, type ZipEntry } from './test-data/write-zip.ts'

let home: string
let dataDir: string
let folder: string
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'faults-'))
  dataDir = join(home, 'data')
  folder = join(home, 'tables')
  writeTables()
  await importTables({ path: folder, dataDir })
})
afterAll(() => rmSync(home, { recursive: true }))
beforeEach(writeTables)

function writeTables(): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const [table, rows] of Object.entries(tinyTables()))
    writeFileSync(join(folder, `${table}.csv`), toCsv(rows))
}

function snapshot(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(join(dataDir, 'raw'))) hash.update(readFileSync(join(dataDir, 'raw', name)))
  return hash.digest('hex')
}

/** The refusal of an import, which must leave the raw tables, and nothing beside them, as they were. */
async function refusalOf(path: string): Promise<DataError> {
  const before = snapshot()
  const error = await importTables({ path, dataDir }).then(
    () => null,
    (reason) => reason,
  )
  expect(error).toBeInstanceOf(DataError)
  expect(readdirSync(dataDir)).toEqual(['raw'])
  expect(snapshot()).toBe(before)
  return error
}

/** Rewrites one table of the folder after a change of its rows or its text. */
function spoil(
  table: RawTableName,
  change: (rows: CsvTable) => CsvTable | string | Buffer | undefined,
): void {
  const rows = tinyTables()[table]
  const changed = change(rows) ?? rows
  writeFileSync(join(folder, `${table}.csv`), Array.isArray(changed) ? toCsv(changed) : changed)
}

const setCell = (rows: CsvTable, row: number, column: string, value: string) => {
  ;(rows[row - 1] as string[])[columnAt(rows, column)] = value
}

type Fault = [
  title: string,
  table: RawTableName,
  change: (rows: CsvTable) => CsvTable | string | Buffer | undefined,
  code: string,
  words: RegExp,
]
const faults: Fault[] = [
  [
    'a missing column',
    'bureau',
    (rows) => rows.map((row) => row.slice(1)),
    'COLUMN_MISMATCH',
    /bureau\.csv \(table bureau\) lacks column "SK_ID_CURR"/,
  ],
  [
    'several missing columns',
    'application_train',
    (rows) => rows.map((row) => row.slice(0, 40)),
    'COLUMN_MISMATCH',
    /lacks column "[A-Z_0-9]+" \(and \d+ more/,
  ],
  [
    'a renamed column',
    'application_train',
    (rows) => setCell(rows, 1, 'AMT_CREDIT', 'AMOUNT_CREDIT') as undefined,
    'COLUMN_MISMATCH',
    /has column "AMOUNT_CREDIT". "AMT_CREDIT" is expected/,
  ],
  [
    'a column in lower case',
    'application_train',
    (rows) => setCell(rows, 1, 'TARGET', 'target') as undefined,
    'COLUMN_MISMATCH',
    /has column "target". "TARGET" is expected/,
  ],
  [
    'a column too many',
    'bureau_balance',
    (rows) => rows.map((row, index) => [...row, index === 0 ? 'NOTE' : 'x']),
    'COLUMN_MISMATCH',
    /column "NOTE" \(number 4\)/,
  ],
  [
    'the index that pandas writes',
    'bureau_balance',
    (rows) => rows.map((row, index) => [index === 0 ? '' : `${index}`, ...row]),
    'COLUMN_MISMATCH',
    /column "" \(number 1\)/,
  ],
  [
    'a column twice',
    'bureau_balance',
    (rows) => rows.map((row) => [...row, row[2] as string]),
    'COLUMN_MISMATCH',
    /column "STATUS" twice/,
  ],
  [
    'another separator',
    'bureau_balance',
    (rows) => toCsv(rows).replaceAll(',', ';'),
    'COLUMN_MISMATCH',
    /separates columns by ";"/,
  ],
  [
    'text for a number',
    'application_train',
    (rows) => setCell(rows, 3, 'AMT_CREDIT', '1 000 €'.padEnd(200, '!')) as undefined,
    'VALUE_INVALID',
    /row 3, column "AMT_CREDIT" holds "1 000 €!{33}…"/,
  ],
  [
    'an infinite number',
    'application_test',
    (rows) => setCell(rows, 2, 'AMT_CREDIT', '-inf') as undefined,
    'VALUE_INVALID',
    /row 2, column "AMT_CREDIT" holds "-inf"/,
  ],
  [
    'a number too great',
    'application_test',
    (rows) => setCell(rows, 3, 'AMT_CREDIT', '1e999') as undefined,
    'VALUE_INVALID',
    /row 3, column "AMT_CREDIT" holds "1e999"/,
  ],
  [
    'a target of 2',
    'application_train',
    (rows) => setCell(rows, 4, 'TARGET', '2') as undefined,
    'VALUE_INVALID',
    /row 4, column "TARGET" holds "2". 0 or 1/,
  ],
  [
    'a target of 0.5',
    'application_train',
    (rows) => setCell(rows, 2, 'TARGET', '0.5') as undefined,
    'VALUE_INVALID',
    /row 2, column "TARGET" holds "0.5"/,
  ],
  [
    'no target',
    'application_train',
    (rows) => setCell(rows, 2, 'TARGET', '') as undefined,
    'VALUE_INVALID',
    /row 2, column "TARGET" holds nothing/,
  ],
  [
    'no id',
    'previous_application',
    (rows) => setCell(rows, 5, 'SK_ID_CURR', '') as undefined,
    'VALUE_INVALID',
    /row 5, column "SK_ID_CURR" holds nothing/,
  ],
  [
    'an id with a fraction',
    'previous_application',
    (rows) => setCell(rows, 5, 'SK_ID_PREV', '900001.5') as undefined,
    'VALUE_INVALID',
    /row 5, column "SK_ID_PREV" holds "900001.5"/,
  ],
  [
    'a negative id',
    'POS_CASH_balance',
    (rows) => setCell(rows, 2, 'SK_ID_PREV', '-5') as undefined,
    'VALUE_INVALID',
    /row 2, column "SK_ID_PREV" holds "-5"/,
  ],
  [
    'an id beyond exact numbers',
    'bureau',
    (rows) => setCell(rows, 2, 'SK_ID_BUREAU', '9007199254740993') as undefined,
    'VALUE_INVALID',
    /row 2, column "SK_ID_BUREAU" holds "9007199254740993"/,
  ],
  [
    'a client twice in a table',
    'application_train',
    (rows) => setCell(rows, 4, 'SK_ID_CURR', '100001') as undefined,
    'DUPLICATE_CLIENT',
    /client 100001 is in row 2 and again in row 4/,
  ],
  [
    'a client in both windows',
    'application_test',
    (rows) => setCell(rows, 3, 'SK_ID_CURR', '100002') as undefined,
    'DUPLICATE_CLIENT',
    /client 100002 is in application_train, row 3, and in application_test, row 3/,
  ],
  [
    'a short row',
    'credit_card_balance',
    (rows) => rows.map((row, index) => (index === 2 ? row.slice(0, 20) : row)),
    'VALUE_INVALID',
    /row 3 has 20 values. 23 are expected/,
  ],
  [
    'a long row',
    'bureau_balance',
    (rows) => rows.map((row, index) => (index === 5 ? [...row, 'x', 'y'] : row)),
    'VALUE_INVALID',
    /row 6 has [45] values. 3 are expected/,
  ],
  [
    'a quote that is not closed',
    'bureau',
    (rows) => toCsv(rows).replace('kind', '"kind'),
    'VALUE_INVALID',
    /row 2, column "[A-Z_]+" has a quote/,
  ],
  [
    'a quote inside a value',
    'bureau',
    (rows) => toCsv(rows).replace('kind', '"ki"nd'),
    'VALUE_INVALID',
    /row 2, column "[A-Z_]+" has a quote/,
  ],
  [
    'line ends of two kinds',
    'bureau',
    (rows) => toCsv(rows).replace(/\n(?=[^\n]*\n$)/, '\r\n'),
    'SOURCE_UNREADABLE',
    /line ends of two kinds/,
  ],
  [
    'Latin-1 text',
    'bureau',
    (rows) => Buffer.from(toCsv(rows).replace(/kind/g, 'été'), 'latin1'),
    'SOURCE_UNREADABLE',
    /row 2: bytes that are no UTF-8/,
  ],
  [
    'UTF-16 text',
    'bureau',
    (rows) => Buffer.from(`\uFEFF${toCsv(rows)}`, 'utf16le'),
    'SOURCE_UNREADABLE',
    /does not begin with a line of column names/,
  ],
  [
    'a zero byte',
    'bureau',
    (rows) => toCsv(rows).replace('kind 1', 'kin\0 1'),
    'SOURCE_UNREADABLE',
    /row \d: bytes that are no UTF-8/,
  ],
  [
    'noise',
    'bureau',
    () => Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * index * 31 + index) % 256)),
    'SOURCE_UNREADABLE',
    /column names/,
  ],
  [
    'application_train without a row',
    'application_train',
    (rows) => rows.slice(0, 1),
    'TABLE_MISSING',
    /has no rows/,
  ],
  ['application_train without a byte', 'application_train', () => '', 'TABLE_MISSING', /has no rows/],
  [
    'a web page',
    'bureau',
    () => '<!DOCTYPE html>\n<title>Sign in</title>\n',
    'COLUMN_MISMATCH',
    /lacks column "SK_ID_CURR"/,
  ],
]

describe('a folder is refused, and the tables stay, for', () => {
  it.each(faults)('%s', async (_, table, change, code, words) => {
    spoil(table, change)
    const error = await refusalOf(folder)
    expect(error.message).toMatch(words)
    expect(error.code).toBe(code)
  })

  it('a table in two files', async () => {
    writeFileSync(join(folder, 'BUREAU.csv.gz'), gzipSync('x'))
    expect(await refusalOf(folder)).toMatchObject({
      code: 'TABLE_AMBIGUOUS',
      message: expect.stringMatching(/"BUREAU.csv.gz" and "bureau.csv"/),
    })
  })

  it('no application_train, naming what is there', async () => {
    rmSync(join(folder, 'application_train.csv'))
    expect(await refusalOf(folder)).toMatchObject({
      code: 'TABLE_MISSING',
      message: expect.stringMatching(/no application_train, only .*bureau.csv/),
    })
  })

  it('an archive that lies in it, naming the archive', async () => {
    const outer = join(home, 'outer')
    mkdirSync(outer)
    writeZip(join(outer, 'kaggle.zip'), [])
    expect((await refusalOf(outer)).message).toMatch(/Unpack "kaggle.zip"/)
  })

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, -9)],
    ['not packed', () => Buffer.from('SK_ID_CURR,…')],
    ['damaged', (bytes: Buffer) => Buffer.from(bytes).fill(0x55, 30, 60)],
  ])('a .csv.gz that is %s', async (_, damage) => {
    rmSync(join(folder, 'bureau.csv'))
    writeFileSync(join(folder, 'bureau.csv.gz'), damage(gzipSync(toCsv(tinyTables().bureau))))
    expect(await refusalOf(folder)).toMatchObject({
      code: 'SOURCE_UNREADABLE',
      message: expect.stringMatching(/bureau.csv.gz \(table bureau\) can't be unpacked/),
    })
  })

  it.each([
    ['is no Parquet', null, 'SOURCE_UNREADABLE', /can't be unpacked/],
    [
      'holds text for a number',
      `* replace (cast(MONTHS_BALANCE as varchar) as MONTHS_BALANCE)`,
      'COLUMN_MISMATCH',
      /"MONTHS_BALANCE" is of type VARCHAR. A number/,
    ],
    [
      'holds a number for text',
      `* replace (7 as STATUS)`,
      'COLUMN_MISMATCH',
      /"STATUS" is of type INTEGER. Text/,
    ],
    ['lacks a column', `* exclude (STATUS)`, 'COLUMN_MISMATCH', /lacks column "STATUS"/],
    [
      'lacks an id',
      `* replace (nullif(SK_ID_BUREAU, 500002) as SK_ID_BUREAU)`,
      'VALUE_INVALID',
      /row 3, column "SK_ID_BUREAU" holds nothing/,
    ],
  ])('a .parquet that %s', async (_, selected, code, words) => {
    rmSync(join(folder, 'bureau_balance.csv'))
    const path = join(folder, 'bureau_balance.parquet')
    await using duck = await openDuckDb()
    if (selected === null) writeFileSync(path, 'PAR1 and then nothing')
    else
      await duck.connection.run(
        `copy (select ${selected} from '${dataDir}/raw/bureau_balance.parquet') to '${path}'`,
      )
    expect(await refusalOf(folder)).toMatchObject({ code, message: expect.stringMatching(words) })
  })
})

describe('a path is refused that', () => {
  it.each([
    ['does not exist', () => join(home, 'nowhere'), 'INVALID_ARGUMENT', /does not exist/],
    ['is a single table', () => join(folder, 'bureau.csv'), 'INVALID_ARGUMENT', /is one table/],
    [
      'is an empty folder',
      () => mkdirSync(join(home, 'empty'), { recursive: true }) ?? join(home, 'empty'),
      'TABLE_MISSING',
      /holds no files/,
    ],
    ['is a device', () => '/dev/null', 'INVALID_ARGUMENT', /neither a file nor a folder/],
  ])('%s', async (_, path, code, words) => {
    expect(await refusalOf(path())).toMatchObject({ code, message: expect.stringMatching(words) })
  })
})

const csv = (table: RawTableName) => toCsv(tinyTables()[table])
const train: ZipEntry = { name: 'application_train.csv', content: csv('application_train') }
const bureau: ZipEntry = { name: 'bureau.csv', content: csv('bureau') }

describe('an archive is refused that', () => {
  const archives: [title: string, entries: ZipEntry[], code: string, words: RegExp][] = [
    [
      'is encrypted',
      [train, { ...bureau, claims: { encrypted: true } }],
      'SOURCE_UNREADABLE',
      /"bureau.csv" is encrypted/,
    ],
    [
      'is packed by another method',
      [train, { ...bureau, claims: { method: 12 } }],
      'SOURCE_UNREADABLE',
      /method 12/,
    ],
    [
      'has a wrong checksum',
      [train, { ...bureau, claims: { crc: 1 } }],
      'SOURCE_UNREADABLE',
      /bureau.csv \(table bureau\) can't be unpacked: its checksum/,
    ],
    [
      'holds more than it says',
      [train, { ...bureau, claims: { size: 100 } }],
      'SOURCE_UNREADABLE',
      /bureau.csv/,
    ],
    [
      'holds less than it says',
      [train, { ...bureau, claims: { size: 99_999 } }],
      'SOURCE_UNREADABLE',
      /bureau.csv/,
    ],
    [
      'would swell beyond measure',
      [{ ...train, claims: { size: 4_000_000_000 } }],
      'SOURCE_UNREADABLE',
      /would unpack from \d+ to 4000000000 bytes/,
    ],
    [
      'names a path outside',
      [train, { name: '../../bureau.csv', content: 'x' }],
      'SOURCE_UNREADABLE',
      /\.\.\/\.\.\/bureau.csv/,
    ],
    [
      'names an absolute path',
      [train, { name: '/etc/bureau.csv', content: 'x' }],
      'SOURCE_UNREADABLE',
      /absolute path/,
    ],
    [
      'has a table twice',
      [train, { ...train, name: 'copy/Application_Train.csv' }],
      'TABLE_AMBIGUOUS',
      /"application_train.csv" and "copy\/Application_Train.csv"/,
    ],
    ['holds nothing', [], 'TABLE_MISSING', /holds no files/],
    [
      'holds other files alone',
      [{ name: 'sample_submission.csv', content: 'x' }],
      'TABLE_MISSING',
      /only sample_submission.csv/,
    ],
  ]
  it.each(archives)('%s', async (_, entries, code, words) => {
    const path = join(home, 'fault.zip')
    writeZip(path, entries)
    expect(await refusalOf(path)).toMatchObject({ code, message: expect.stringMatching(words) })
  })
})

describe('a damaged archive is refused that', () => {
  it.each([
    ['is cut off at its end', (bytes: Buffer) => bytes.subarray(0, -30), /cut off/],
    ['is cut off in the middle', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), /cut off/],
    ['is no archive', () => Buffer.from('a,b\n1,2\n'.repeat(50)), /no zip archive/],
    ['is empty', () => Buffer.alloc(0), /no zip archive/],
    ['lost its beginning', (bytes: Buffer) => bytes.subarray(200), /can't be/],
  ])('%s', async (_, damage, words) => {
    const path = join(home, 'fault.zip')
    writeZip(path, [train, bureau])
    writeFileSync(path, damage(readFileSync(path)))
    expect(await refusalOf(path)).toMatchObject({
      code: 'SOURCE_UNREADABLE',
      message: expect.stringMatching(words),
    })
  })

  it('is damaged anywhere, or imported with the very same rows', async () => {
    const path = join(home, 'fault.zip')
    writeZip(path, [train])
    const sound = readFileSync(path)
    const scratch = join(home, 'scratch')
    const { dataVersion } = await importTables({ path, dataDir: scratch })
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const bytes = Buffer.from(sound)
        bytes[at] = (bytes[at] as number) ^ flip
        writeFileSync(path, bytes)
        const outcome = await importTables({ path, dataDir: scratch }).catch((error) => error)
        if (!(outcome instanceof DataError)) expect(outcome.dataVersion).toBe(dataVersion)
      }),
      { numRuns: 40 },
    )
  })
})

describe('hostile text', () => {
  it('in a header or a value ends in one of our errors or in an import, whatever it is', async () => {
    const scratch = join(home, 'scratch')
    const alone = join(home, 'alone')
    mkdirSync(alone)
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom("'", "');drop table x;--", '"', '\\', '$(x)', '`', '{', '\uFEFF', '=1+1'),
    )
    await fc.assert(
      fc.asyncProperty(text, fc.nat(3), fc.nat(121), async (hostile, row, column) => {
        const rows = tinyTables().application_train
        ;(rows[row] as string[])[column] = hostile
        writeFileSync(join(alone, 'application_train.csv'), toCsv(rows))
        const outcome = await importTables({ path: alone, dataDir: scratch }).catch((error) => error)
        if (outcome instanceof DataError) expect(outcome.message.length).toBeLessThan(800)
        else expect(outcome.tables.application_train.rows).toBe(3)
      }),
      { numRuns: 40 },
    )
  })
})
