import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findLoadedDataset } from './find-loaded-dataset.ts'
import { loadStore } from './load-store.ts'
import { openFeatureStore } from './open-feature-store.ts'
import { tinyCatalog, writeTinyFeatures } from './test-data/write-tiny-features.ts'

let loadedDir: string
let dataDir: string
let path: string
beforeAll(async () => {
  loadedDir = mkdtempSync(join(tmpdir(), 'store-loaded-'))
  await writeTinyFeatures({ dataDir: loadedDir, dataVersion: 'first', clients: 2000 })
  await loadStore({ dataDir: loadedDir, catalog: tinyCatalog })
})
afterAll(() => rmSync(loadedDir, { recursive: true }))
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'store-'))
  path = join(dataDir, 'store.sqlite')
  copyFileSync(join(loadedDir, 'store.sqlite'), path)
})
afterEach(() => rmSync(dataDir, { recursive: true }))

/** Changes the file as another program would. */
function change(sql: string): void {
  const database = new Database(path)
  database.exec(sql)
  database.close()
}

function refusal(readonly = false): unknown {
  try {
    openFeatureStore({ dataDir, readonly, busyTimeoutMs: 20 }).close()
  } catch (error) {
    return error
  }
  return null
}

describe('opening a store', () => {
  it('enforces foreign keys, keeps a write-ahead log and maps no memory', () => {
    const store = openFeatureStore({ dataDir })
    const read = (name: string) => store.database.pragma(name, { simple: true })
    expect([read('foreign_keys'), read('journal_mode'), read('mmap_size')]).toEqual([1, 'wal', 0])
    expect(() => store.database.exec('delete from clients')).toThrow(/FOREIGN KEY/)
    store.close()
  })

  it('for reading only refuses writes', () => {
    const store = openFeatureStore({ dataDir, readonly: true })
    expect(() => store.database.exec('delete from client_scores')).toThrow(/readonly/)
    store.close()
  })

  it.each([
    ['an absent file', () => rmSync(path)],
    ['an empty file', () => truncateSync(path)],
    ['a store that no load completed', () => change('delete from datasets')],
  ])('names the steps to run for %s', (_, spoil) => {
    spoil()
    expect(refusal()).toMatchObject({
      code: 'STEP_MISSING',
      message: expect.stringMatching(/npm run features:build.*npm run store:load/),
    })
    expect(findLoadedDataset(dataDir)).toBeNull()
  })

  it.each([
    ['text', () => writeFileSync(path, 'client_id,score\n'.repeat(1000)), /NOTADB/],
    ['a folder', replaceByFolder, /not a file/],
    ['another program’s database', replaceByNotes, /another program/],
    ['a truncated store', () => truncateSync(path, 80_000), /damaged/],
    ['a store with a page overwritten', overwritePages, /damaged/],
    [
      'a store of a newer version',
      () => change('update __drizzle_migrations set created_at = 9e15'),
      /newer version/,
    ],
  ])('refuses %s and says what to do', (_, spoil, words) => {
    spoil()
    expect(refusal()).toMatchObject({ code: 'STORE_UNUSABLE', message: expect.stringMatching(words) })
  })

  it('asks for an older schema to be brought up to date when it may only read', () => {
    change(
      "delete from __drizzle_migrations; insert into __drizzle_migrations (hash, created_at) values ('older', 1)",
    )
    expect(refusal(true)).toMatchObject({
      code: 'STORE_UNUSABLE',
      message: expect.stringMatching(/older version/),
    })
  })

  it('asks for a store that an older version loaded to be loaded again', () => {
    change('update datasets set layout = 1')
    expect(refusal()).toMatchObject({
      code: 'STEP_MISSING',
      message: expect.stringMatching(/older version.*npm run store:load/),
    })
    expect(findLoadedDataset(dataDir)).toMatchObject({ dataVersion: 'first', isCurrent: false })
  })

  it('waits no longer than asked for another writer', () => {
    const other = new Database(path)
    other.exec('begin immediate')
    const store = openFeatureStore({ dataDir, busyTimeoutMs: 20 })
    expect(() => store.database.exec('delete from client_scores')).toThrow(/locked/)
    store.close()
    other.close()
  })

  it('leaves what the store holds to be asked without opening it', () => {
    expect(findLoadedDataset(dataDir)).toEqual({
      dataVersion: 'first',
      featuresSqlSha256: 'f'.repeat(64),
      clientCount: 2000,
      isCurrent: true,
      scoredBundleSha256: null,
    })
  })

  function replaceByFolder() {
    rmSync(path)
    mkdirSync(path)
  }

  function replaceByNotes() {
    rmSync(path)
    change('create table notes (text)')
  }

  function overwritePages() {
    const bytes = readFileSync(path)
    bytes.fill(0xa5, 8192 * 4, 8192 * 12)
    writeFileSync(path, bytes)
  }
})
