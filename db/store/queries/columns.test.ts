import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DescriptionField, descriptionFields } from '../description-fields.ts'
import { keepWithinBytes } from '../keep-within-bytes.ts'
import { loadStore } from '../load-store.ts'
import { type FeatureStore, openFeatureStore } from '../open-feature-store.ts'
import { tinyCatalog, tinyClientId, writeTinyFeatures } from '../test-data/write-tiny-features.ts'
import { findClientFeatures } from './find-client-features.ts'
import { findClientProfile } from './find-client-profile.ts'
import { listFeatures } from './list-features.ts'
import { readCategoryField, readFlagField, readNumberField } from './read-description-column.ts'
import { readFeatureColumn } from './read-feature-column.ts'
import { readOutcomes } from './read-outcomes.ts'

const clientCount = 2500
let dataDir: string
let store: FeatureStore
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'columns-'))
  await writeTinyFeatures({ dataDir, dataVersion: 'first', clients: clientCount })
  await loadStore({ dataDir, catalog: tinyCatalog })
  store = openFeatureStore({ dataDir })
})
afterAll(() => {
  store.close()
  rmSync(dataDir, { recursive: true })
})

const ids = Array.from({ length: clientCount }, (_, place) => tinyClientId(place))

/** What a column of the client's description says of each client, as the clients' own rows would. */
function readField(field: DescriptionField): (number | string | boolean | null)[] {
  const { kind } = descriptionFields[field]
  if (kind === 'number') {
    return [...readNumberField(store, field as 'ageYears')].map((n) => (Number.isNaN(n) ? null : n))
  }
  if (kind === 'flag') {
    return [...readFlagField(store, field as 'ownsCar')].map((flag) => (flag === -1 ? null : flag === 1))
  }
  const { codes, categories } = readCategoryField(store, field as 'incomeType')
  return [...codes].map((code) => categories[code - 1] ?? null)
}

describe('the columns of all clients', () => {
  it('hold the same features as the clients’ rows, to the bit', () => {
    const rows = ids.map((id) => findClientFeatures(store, id) as Float32Array)
    for (const { name, position } of listFeatures(store)) {
      expect(readFeatureColumn(store, name), name).toEqual(
        Float32Array.from(rows, (row) => row[position] as number),
      )
    }
  })

  it.each(Object.keys(descriptionFields) as DescriptionField[])(
    'hold the same %s as the clients’ descriptions',
    (field) => {
      expect(readField(field)).toEqual(ids.map((id) => findClientProfile(store, id)?.[field]))
    },
  )

  it('hold every known outcome', () => {
    expect([...readOutcomes(store)]).toEqual(ids.map((id) => findClientProfile(store, id)?.target ?? -1))
  })

  it('name the feature that the store does not hold', () => {
    expect(() => readFeatureColumn(store, 'delta')).toThrow(/no column feature:delta/)
  })
})

describe('what is kept within a number of bytes', () => {
  const megabyte = 1024 * 1024
  const keep = (key: string, bytes: number, read: () => unknown = () => key) =>
    keepWithinBytes(store, key, read, () => bytes)

  it('is read once while it is asked for, and goes when others need the room', () => {
    keep('a', 20 * megabyte)
    keep('b', 20 * megabyte)
    keep('a', 20 * megabyte)
    keep('c', 20 * megabyte)
    expect(keep('a', 20 * megabyte, () => 'read again')).toBe('a')
    expect(keep('b', 20 * megabyte, () => 'read again')).toBe('read again')
  })

  it('is given also when it is larger than all that may be kept', () => {
    expect(keep('huge', 1000 * megabyte)).toBe('huge')
    expect(keep('a', 1, () => 'read again')).toBe('read again')
  })

  it('is read again after another data set was loaded', async () => {
    const keepGamma = () =>
      keepWithinBytes(
        store,
        'gamma',
        () => readFeatureColumn(store, 'gamma')[0],
        () => 4,
      )
    expect(keepGamma()).toBe(0)
    await writeTinyFeatures({ dataDir, dataVersion: 'second', clients: clientCount, shift: 0.5 })
    await loadStore({ dataDir, catalog: tinyCatalog })
    expect(keepGamma()).toBe(0.5)
  })
})
