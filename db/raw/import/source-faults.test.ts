import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DataError } from '#db/data-error.ts'
import { openDuckDb } from '#db/open-duckdb.ts'
import type { RawTableName } from '../raw-schema.ts'
import { importTables } from './import-tables.ts'
import { RefusalBench } from './test-data/refusal-bench.ts'
import { tinyTables, toCsv } from './test-data/tiny-tables.ts'
import { writeZip, type ZipEntry } from './test-data/write-zip.ts'

const bench = new RefusalBench()
const { home, dataDir, folder } = bench
beforeAll(() => bench.importSound())
beforeEach(() => bench.writeTables())
afterAll(() => bench.remove())

describe('a folder is refused, and the tables stay, for', () => {
  it('a table in two files', async () => {
    writeFileSync(join(folder, 'BUREAU.csv.gz'), gzipSync('x'))
    expect(await bench.refusalOf(folder)).toMatchObject({
      code: 'TABLE_AMBIGUOUS',
      message: expect.stringMatching(/"BUREAU.csv.gz" and "bureau.csv"/),
    })
  })

  it('no application_train, naming what is there', async () => {
    rmSync(join(folder, 'application_train.csv'))
    expect(await bench.refusalOf(folder)).toMatchObject({
      code: 'TABLE_MISSING',
      message: expect.stringMatching(/no application_train, only .*bureau.csv/),
    })
  })

  it('an archive that lies in it, naming the archive', async () => {
    const outer = join(home, 'outer')
    mkdirSync(outer)
    writeZip(join(outer, 'kaggle.zip'), [])
    expect((await bench.refusalOf(outer)).message).toMatch(/Unpack "kaggle.zip"/)
  })

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, -9)],
    ['not packed', () => Buffer.from('SK_ID_CURR,…')],
    ['damaged', (bytes: Buffer) => Buffer.from(bytes).fill(0x55, 30, 60)],
  ])('a .csv.gz that is %s', async (_, damage) => {
    rmSync(join(folder, 'bureau.csv'))
    writeFileSync(join(folder, 'bureau.csv.gz'), damage(gzipSync(toCsv(tinyTables().bureau))))
    expect(await bench.refusalOf(folder)).toMatchObject({
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
    expect(await bench.refusalOf(folder)).toMatchObject({ code, message: expect.stringMatching(words) })
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
    expect(await bench.refusalOf(path())).toMatchObject({ code, message: expect.stringMatching(words) })
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
    expect(await bench.refusalOf(path)).toMatchObject({ code, message: expect.stringMatching(words) })
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
    expect(await bench.refusalOf(path)).toMatchObject({
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
