import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadStore } from './load-store.ts'
import { openFeatureStore } from './open-feature-store.ts'
import { countClients } from './queries/count-clients.ts'
import { findClientFeatures } from './queries/find-client-features.ts'
import { findClientProfile } from './queries/find-client-profile.ts'
import { findDataset } from './queries/find-dataset.ts'
import { listCategories } from './queries/list-categories.ts'
import { listFeatures } from './queries/list-features.ts'
import { readFeaturesInBatches } from './queries/read-features-in-batches.ts'
import {
  type TinyFeatures,
  tinyCatalog,
  tinyClientId,
  writeTinyFeatures,
} from './test-data/write-tiny-features.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'store-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const load = () => loadStore({ dataDir, catalog: tinyCatalog, busyTimeoutMs: 50 })

async function prepare(tiny: Partial<TinyFeatures> = {}) {
  await writeTinyFeatures({ dataDir, dataVersion: 'first', clients: 5000, ...tiny })
}

/** Reads the store whole and fails unless all of it belongs to one data set. */
function readWhole() {
  const store = openFeatureStore({ dataDir })
  try {
    const dataset = findDataset(store)
    const shifts = new Set<number>()
    let rows = 0
    for (const { clientIds, features } of readFeaturesInBatches(store, 1000)) {
      rows += clientIds.length
      for (let i = 2; i < features.length; i += 3) shifts.add(features[i] as number)
    }
    const described = store.database.prepare('select count(*) from clients').pluck().get()
    expect([rows, described]).toEqual([dataset?.clientCount, dataset?.clientCount])
    expect(store.database.pragma('foreign_key_check')).toEqual([])
    return { dataVersion: dataset?.dataVersion, clients: rows, shifts: [...shifts] }
  } finally {
    store.close()
  }
}

describe('loading a store', () => {
  it('keeps every feature as float32 and every null as NaN', async () => {
    await prepare()
    await load()
    const store = openFeatureStore({ dataDir })
    expect(findClientFeatures(store, tinyClientId(0))).toEqual(Float32Array.of(0, Number.NaN, 0))
    expect(findClientFeatures(store, tinyClientId(4999))).toEqual(Float32Array.of(4999, 4999 / 7, 0))
    expect(findClientFeatures(store, 1)).toBeNull()
    store.close()
  })

  it('keeps descriptions, catalogue, categories and windows', async () => {
    await prepare()
    await load()
    const store = openFeatureStore({ dataDir })
    expect(findClientProfile(store, tinyClientId(1))).toMatchSnapshot()
    expect(listFeatures(store).map(({ position, name }) => `${position} ${name}`)).toEqual([
      '0 alpha',
      '1 beta',
      '2 gamma',
    ])
    expect(listCategories(store)).toEqual(tinyCatalog.categories)
    expect(findDataset(store)).toMatchObject({
      dataVersion: 'first',
      clientCount: 5000,
      warnings: ['instalments are absent'],
      windows: [
        { name: 'train', clients: 3750, labelled: 3750 },
        { name: 'test', clients: 1250, labelled: 0 },
      ],
    })
    store.close()
  })

  it('replaces the data set whole, and the log and the file shrink with it', async () => {
    await prepare()
    await load()
    const before = statSync(join(dataDir, 'store.sqlite')).size
    await prepare({ dataVersion: 'second', clients: 300, shift: 0.5 })
    await load()
    expect(readWhole()).toEqual({ dataVersion: 'second', clients: 300, shifts: [0.5] })
    expect(statSync(join(dataDir, 'store.sqlite')).size).toBeLessThan(before / 2)
    expect(existsSync(join(dataDir, 'store.sqlite-wal'))).toBe(false)
  })

  it('lets readers go on with the old data set until it is done, and then see the new one', async () => {
    await prepare()
    await load()
    const reader = openFeatureStore({ dataDir, readonly: true })
    await prepare({ dataVersion: 'second', clients: 6000, shift: 0.5 })
    const seen: unknown[] = []
    await loadStore({
      dataDir,
      catalog: tinyCatalog,
      onProgress: ({ step, done }) => {
        if (step === 'features' || done === 0) seen.push(countClients(reader))
      },
    })
    expect(new Set(seen)).toEqual(new Set([5000]))
    expect(countClients(reader)).toBe(6000)
    expect(findClientFeatures(reader, tinyClientId(5999))?.[2]).toBe(0.5)
    reader.close()
  })
})

/** Starts a load in a process of its own that stands still at a moment, until it is killed. */
function haltAt(moment: string): Promise<{ kill: () => Promise<void> }> {
  const script = join(import.meta.dirname, 'test-data/load-and-halt.ts')
  const child = spawn(process.execPath, [script, dataDir, moment], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const kill = () => {
    child.kill('SIGKILL')
    return ended
  }
  return new Promise((resolve, reject) => {
    child.stdout.once('data', () => resolve({ kill }))
    child.once('exit', () => reject(new Error(`The load ended before "${moment}".`)))
  })
}

async function killAt(moment: string): Promise<void> {
  await (await haltAt(moment)).kill()
}

describe('a load that is killed', () => {
  const moments = ['check 0', 'clients 2048', 'clients 6000', 'features 2048', 'features 6000', 'commit 0']

  it.each(moments)('at "%s" leaves the old data set whole', async (moment) => {
    await prepare()
    await load()
    await prepare({ dataVersion: 'second', clients: 6000, shift: 0.5 })
    await killAt(moment)
    expect(readWhole()).toEqual({ dataVersion: 'first', clients: 5000, shifts: [0] })
    await load()
    expect(readWhole()).toEqual({ dataVersion: 'second', clients: 6000, shifts: [0.5] })
  })

  it('after its commit leaves the new data set whole', async () => {
    await prepare()
    await load()
    await prepare({ dataVersion: 'second', clients: 6000, shift: 0.5 })
    await killAt('commit 6000')
    expect(readWhole()).toEqual({ dataVersion: 'second', clients: 6000, shifts: [0.5] })
  })

  it('on its first run leaves a store that says what to do', async () => {
    await prepare()
    await killAt('features 2048')
    expect(() => openFeatureStore({ dataDir })).toThrow(/npm run store:load/)
    await load()
    expect(readWhole().dataVersion).toBe('first')
  })
})

describe('a load that can’t be', () => {
  const faults: [title: string, tiny: Partial<TinyFeatures>, code: string, words: RegExp][] = [
    [
      'an infinite feature',
      { spoil: "select * replace (if(alpha = 7, cast('inf' as double), alpha) as alpha) from built" },
      'VALUE_INVALID',
      /"alpha" of client 100071/,
    ],
    [
      'a missing feature',
      { spoil: 'select * exclude (beta) from built' },
      'COLUMN_MISMATCH',
      /"gamma" as column 5. "beta" is expected/,
    ],
    [
      'features in another order',
      { spoil: 'select client_id, "window", "target", beta, alpha, gamma from built' },
      'COLUMN_MISMATCH',
      /"beta" as column 4/,
    ],
    [
      'a feature too many',
      { spoil: 'select *, 1.0 as delta from built' },
      'COLUMN_MISMATCH',
      /"delta" as column 7/,
    ],
    [
      'a client twice',
      { spoil: 'select * from built union all select * from built where client_id = 100001 order by 1' },
      'DUPLICATE_CLIENT',
      /5001 rows of 5000 clients/,
    ],
    [
      'a client without description',
      { spoil: 'select * replace (client_id + 1 as client_id) from built' },
      'STEP_MISSING',
      /features:build/,
    ],
    [
      'rows out of order',
      { spoil: 'select * from built order by client_id desc' },
      'VALUE_INVALID',
      /order of client_id/,
    ],
    [
      'another number of rows than stated',
      { manifest: { rows: 4000 } },
      'STEP_MISSING',
      /tells of 4000 clients/,
    ],
    ['no rows', { spoil: 'select * from built where false' }, 'STEP_MISSING', /holds no client/],
    ['a manifest of another kind', { manifest: { origin: 'moon' } }, 'STEP_MISSING', /features.json is not/],
  ]

  it.each(faults)('says so for %s, and the old store stays', async (_, tiny, code, words) => {
    await prepare()
    await load()
    await prepare({ dataVersion: 'second', ...tiny })
    await expect(load()).rejects.toMatchObject({ code, message: expect.stringMatching(words) })
    expect(readWhole().dataVersion).toBe('first')
  })

  it('says which step is missing when nothing was built', async () => {
    await expect(load()).rejects.toMatchObject({
      code: 'STEP_MISSING',
      message: expect.stringMatching(/features:build/),
    })
    expect(existsSync(join(dataDir, 'store.sqlite'))).toBe(false)
  })

  it('is refused as busy while another load runs', async () => {
    await prepare()
    await load()
    const other = await haltAt('clients 2048')
    await expect(load()).rejects.toMatchObject({ code: 'BUSY' })
    expect(readWhole().dataVersion).toBe('first')
    await other.kill()
    await load()
  })
})
