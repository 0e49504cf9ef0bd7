import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildFeatures } from './build/build-features.ts'
import { describeFileFault } from './describe-file-fault.ts'
import { importTables } from './raw/import/import-tables.ts'
import { tinyTables, toCsv } from './raw/import/test-data/tiny-tables.ts'
import { canMount, runOnDisk } from './test-data/run-on-disk.ts'

const home = mkdtempSync(join(tmpdir(), 'file-faults-'))
const mountPoint = join(home, 'disk')
const built = mkdtempSync(join(home, 'built-'))
const tables = mkdtempSync(join(home, 'tables-'))
const imported = mkdtempSync(join(home, 'imported-'))
const sound = mkdtempSync(join(home, 'sound-'))
beforeAll(async () => {
  for (const [table, rows] of Object.entries(tinyTables())) {
    writeFileSync(join(tables, `${table}.csv`), toCsv(rows))
  }
  await importTables({ path: tables, dataDir: imported })
  cpSync(imported, built, { recursive: true })
  await buildFeatures({ dataDir: built })
  const database = new Database(join(sound, 'notes.sqlite'))
  database.exec('create table notes (note blob); insert into notes values (zeroblob(500000))')
  database.close()
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** Found, expected, what to do, in one line; no stack. */
const oneClearError = (found: RegExp) => (stderr: string) => {
  const lines = stderr
    .trim()
    .split('\n')
    .filter((line) => !/: .* \d+ %$/.test(line))
  expect(lines).toEqual([expect.stringMatching(found)])
  expect(lines[0]).toMatch(/ (is|are) expected/)
  expect(stderr).not.toMatch(/\n {4}at /)
}

describe.skipIf(!canMount)('A command ends with one clear error', () => {
  const demo = ['db/raw/data-demo.ts', '--clients', '300']
  test.each([
    ['demo data on a full disk', { options: 'size=100k', command: demo }, /^demo: .*disk is full/],
    ['demo data on a disk that can only be read', { options: 'ro', command: demo }, /^demo: .*only be read/],
    [
      'an import onto a full disk',
      { options: 'size=16k', command: ['db/raw/data-import.ts', tables] },
      /^import: .*disk .*is full/,
    ],
    [
      'an import onto a disk that can only be read',
      { options: 'ro', command: ['db/raw/data-import.ts', tables] },
      /^import: .*only be read/,
    ],
    [
      'features on a disk that can only be read',
      { options: 'ro', filledFrom: imported, command: ['db/build/features-build.ts'] },
      /^features: .*only be read/,
    ],
    [
      'features on a full disk',
      { options: 'size=150k', filledFrom: imported, command: ['db/build/features-build.ts'] },
      /^features: .*disk is full/,
    ],
    [
      'a store on a full disk',
      { options: 'size=400k', filledFrom: built, command: ['db/store/store-load.ts'] },
      /^store: .*disk .*is full/,
    ],
    [
      'a store on a disk that can only be read',
      { options: 'ro', filledFrom: built, command: ['db/store/store-load.ts'] },
      /^store: .*only be read/,
    ],
    [
      'a backup onto a full disk',
      {
        options: 'size=800k',
        filledFrom: sound,
        command: ['db/backup/backup.ts', '--to', join(mountPoint, 'backups/1')],
      },
      /^backup: .*disk is full/,
    ],
    [
      'a backup of a DATA_DIR that can only be read, into itself',
      {
        options: 'ro',
        filledFrom: sound,
        command: ['db/backup/backup.ts', '--to', join(mountPoint, 'backups/1')],
      },
      /^backup: .*only be read/,
    ],
  ])('%s', (_, run, found) => {
    const { status, stderr } = runOnDisk({ mountPoint, ...run })
    oneClearError(found)(stderr)
    expect(status).toBe(1)
  })

  test('a backup of a DATA_DIR that can only be read is made elsewhere', () => {
    const command = ['db/backup/backup.ts', '--to', join(home, 'backups/1')]
    const { status, stderr } = runOnDisk({ mountPoint, options: 'ro', filledFrom: sound, command })
    expect([status, stderr]).toEqual([0, expect.stringMatching(/notes\.sqlite, 50\d{4} bytes, 1 rows/)])
  })
})

describe('A fault of the file system', () => {
  test('is told in our words, with the path and the code', () => {
    const error = Object.assign(new Error('EACCES: permission denied'), {
      code: 'EACCES',
      path: '/srv/data/raw',
    })
    expect(describeFileFault(error)).toMatchObject({
      code: 'STORE_UNUSABLE',
      message: expect.stringMatching(
        /^\/srv\/data\/raw can't be used: access is denied \(EACCES\)\. .* expected/,
      ),
    })
  })

  test('that DuckDB passes on in the words of the system alone is known too', () => {
    const error = new Error('IO Error: Could not write file "/srv/x.parquet": No space left on device')
    expect(describeFileFault(error)?.message).toMatch(/^\/srv\/x\.parquet .*disk is full \(ENOSPC\)/)
  })

  test('is nothing that a fault of ours looks like', () => {
    expect(describeFileFault(new TypeError('x is not a function'))).toBeNull()
    expect(describeFileFault(new Error('a directory is a directory'))).toBeNull()
    expect(describeFileFault('text')).toBeNull()
  })
})
