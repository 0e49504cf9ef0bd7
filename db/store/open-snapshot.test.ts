import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readClientIds } from './client-columns.ts'
import { emptyLog, measureLog } from './empty-log.ts'
import { loadStore } from './load-store.ts'
import { type FeatureStore, openFeatureStore, openSnapshot } from './open-feature-store.ts'
import { countClients } from './queries/count-clients.ts'
import { tinyCatalog, writeTinyFeatures } from './test-data/write-tiny-features.ts'

let dataDir: string
let store: FeatureStore
async function load(dataVersion: string, clients: number): Promise<void> {
  await writeTinyFeatures({ dataDir, dataVersion, clients })
  await loadStore({ dataDir, catalog: tinyCatalog })
}
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'snapshot-'))
  await load('first', 500)
  store = openFeatureStore({ dataDir })
})
afterEach(() => {
  store.close()
  rmSync(dataDir, { recursive: true })
})

describe('A snapshot of the store', () => {
  test('stays as it was while other data are loaded; one opened after that sees them', async () => {
    const before = openSnapshot(store)
    await load('second', 700)
    const after = openSnapshot(store)
    expect([countClients(before), countClients(after), countClients(store)]).toEqual([500, 700, 700])
    before.close()
    after.close()
  })

  test('takes what was kept of it along when it is closed, whoever still holds it', () => {
    const snapshot = openSnapshot(store)
    readClientIds(snapshot)
    expect(snapshot.kept.size).toBeGreaterThan(0)
    snapshot.close()
    expect(snapshot.kept.size).toBe(0)
  })

  test('refuses to read what a later version of this program has loaded', () => {
    store.database.exec('update datasets set layout = layout + 1')
    expect(() => openSnapshot(store)).toThrow(/newer version of this program/)
  })

  test('keeps the log from being emptied until another is opened in its place', async () => {
    let snapshot = openSnapshot(store)
    await load('second', 700)
    const database = new Database(store.path)
    const emptied = () => {
      emptyLog(database, store.path)
      return measureLog(store.path) === 0
    }
    expect(emptied()).toBe(false)
    const renew = () => {
      const next = openSnapshot(store)
      snapshot.close()
      snapshot = next
    }
    // The first still reads from the log; once the log is copied, the second no longer does.
    renew()
    expect(emptied()).toBe(false)
    renew()
    expect(emptied()).toBe(true)
    expect(countClients(snapshot)).toBe(700)
    snapshot.close()
    database.close()
  })
})
