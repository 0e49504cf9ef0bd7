import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadStore } from '../load-store.ts'
import { type FeatureStore, openFeatureStore } from '../open-feature-store.ts'
import { tinyCatalog, writeTinyFeatures } from '../test-data/write-tiny-features.ts'
import { findDataset } from './find-dataset.ts'
import { findNearestClientIds } from './find-nearest-client-ids.ts'
import { findScoredModel } from './find-scored-model.ts'
import { listAllClientIds } from './list-all-client-ids.ts'
import { type ListClients, listClients } from './list-clients.ts'
import { listWindows } from './list-windows.ts'
import type { StoredClientRow } from './read-client-row.ts'
import { readFeaturesInBatches } from './read-features-in-batches.ts'
import { saveClientScores } from './save-client-scores.ts'
import { searchClientIds } from './search-client-ids.ts'

let dataDir: string
let store: FeatureStore
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'queries-'))
  await writeTinyFeatures({ dataDir, dataVersion: 'first', clients: 1500 })
  await loadStore({ dataDir, catalog: tinyCatalog })
  store = openFeatureStore({ dataDir })
})
afterAll(() => {
  store.close()
  rmSync(dataDir, { recursive: true })
})

const advices = ['grant', 'review', 'refuse'] as const
const riskClasses = ['A', 'B', 'C', 'D', 'E'] as const

/** Scores by a rule with ties, so that order among equals shows. */
function score(
  modelSha256: string,
  shift = 0,
  options: { skip?: number; datasetLoadedAt?: string } = {},
): void {
  const { skip = 0, datasetLoadedAt = findDataset(store)?.loadedAt ?? '' } = options
  const batches = [...readFeaturesInBatches(store, 400)].map(({ clientIds }) => {
    const ids = clientIds.slice(skip)
    const tenths = ids.map((id) => ((id * 31) % 100) / 100)
    return {
      clientIds: ids,
      probabilitiesOfDefault: tenths.map((tenth) => tenth / 2 + shift),
      advices: tenths.map((tenth) => advices[Math.floor(tenth * 3)] ?? 'refuse'),
      riskClasses: tenths.map((tenth) => riskClasses[Math.floor(tenth * 5)] ?? 'E'),
    }
  })
  const bundleSha256 = modelSha256.replaceAll('a', 'c')
  const model = { modelSha256, bundleSha256, modelVersion: 'v1', trainingDataVersion: 'demo' }
  saveClientScores(store, { ...model, datasetLoadedAt, batches, modelFeatureColumns: new Map() })
}

const list = (asked: Partial<ListClients> = {}) =>
  listClients(store, {
    sort: 'clientId',
    direction: 'ascending',
    filters: {},
    limit: 25,
    offset: 0,
    ...asked,
  })

describe('scores of a model', () => {
  it('are asked for before a list can be shown', () => {
    expect(findScoredModel(store)).toBeNull()
    expect(() => list()).toThrow(/no model has scored/)
  })

  it('replace those of the model before, in lists too', () => {
    score('a'.repeat(64))
    const before = list({ sort: 'probabilityOfDefault' }).rows[0]
    score('b'.repeat(64), 0.25)
    expect(list({ sort: 'probabilityOfDefault' }).rows[0]).toEqual({
      ...before,
      probabilityOfDefault: (before?.probabilityOfDefault ?? 0) + 0.25,
    })
    expect(findScoredModel(store)).toMatchObject({ modelSha256: 'b'.repeat(64), modelVersion: 'v1' })
    expect(store.database.prepare('select count(*) from model_versions').pluck().get()).toBe(2)
  })

  it('are refused when a client lacks one or the data set was replaced, and the old ones stay', () => {
    expect(() => score('c'.repeat(64), 0, { skip: 1 })).toThrow(/client 100011 where 100001 is due/)
    expect(() => score('c'.repeat(64), 0, { datasetLoadedAt: 'long ago' })).toThrow(
      /Another data set was loaded/,
    )
    expect(findScoredModel(store)?.modelSha256).toBe('b'.repeat(64))
    expect(list().matchCount).toBe(1500)
  })
})

describe('the list of clients', () => {
  const columns = {
    clientId: 'clientId',
    probabilityOfDefault: 'probabilityOfDefault',
    creditAmount: 'creditAmount',
    annualIncomeAmount: 'annualIncomeAmount',
    ageYears: 'ageYears',
  } as const
  const subset = <T>(values: readonly T[]) =>
    fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined })
  const amount = fc.option(fc.integer({ min: -10, max: 520 }), { nil: undefined })
  const asked = fc.record({
    sort: fc.constantFrom(...Object.values(columns)),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
    filters: fc.record({
      window: fc.constantFrom(undefined, 'train', 'test', 'nowhere'),
      advice: subset(advices),
      riskClass: subset(riskClasses),
      contractType: fc.constantFrom(undefined, 'Cash loans', 'Revolving loans'),
      incomeType: fc.constantFrom(undefined, 'Income 1', 'Income 9'),
      creditAmount: fc.option(fc.record({ min: amount, max: amount }), { nil: undefined }),
    }),
    limit: fc.integer({ min: 1, max: 50 }),
    offset: fc.integer({ min: 0, max: 1600 }),
  })

  it('is what SQL selects, counts and sorts', () => {
    const everyone = list({ limit: 1500 }).rows
    expect(everyone).toHaveLength(1500)
    fc.assert(
      fc.property(asked, (query) => {
        const expected = everyone.filter((row) => isAsked(row, query.filters)).sort(byOrder(query))
        const found = listClients(store, query)
        expect(found.matchCount).toBe(expected.length)
        expect(found.rows.map((row) => row.clientId)).toEqual(
          expected.slice(query.offset, query.offset + query.limit).map((row) => row.clientId),
        )
        for (const advice of advices) {
          expect(found.adviceCounts[advice]).toBe(expected.filter((row) => row.advice === advice).length)
        }
      }),
      { numRuns: 150 },
    )
  })

  function isAsked(row: StoredClientRow, filters: ListClients['filters']): boolean {
    const { window, advice, riskClass, contractType, incomeType, creditAmount } = filters
    return (
      (window === undefined || row.window === window) &&
      (!advice || advice.includes(row.advice)) &&
      (!riskClass || riskClass.includes(row.riskClass)) &&
      (contractType === undefined || row.contractType === contractType) &&
      (incomeType === undefined || row.incomeType === incomeType) &&
      (creditAmount?.min === undefined || (row.creditAmount ?? Number.NaN) >= creditAmount.min) &&
      (creditAmount?.max === undefined || (row.creditAmount ?? Number.NaN) <= creditAmount.max)
    )
  }

  function byOrder({ sort, direction }: Pick<ListClients, 'sort' | 'direction'>) {
    const sign = direction === 'ascending' ? 1 : -1
    return (a: StoredClientRow, b: StoredClientRow) => {
      const [left, right] = [a[sort], b[sort]]
      if (left === null || right === null) {
        return Number(left === null) - Number(right === null) || a.clientId - b.clientId
      }
      return sign * (left - right) || sign * (a.clientId - b.clientId)
    }
  }
})

describe('finding ids', () => {
  const prefix = fc.stringMatching(/^(1\d{0,5}|[02-9]\d{0,3}|)$/)

  it('by their first digits gives every match once, in pages', () => {
    const ids = listAllClientIds(store)
    fc.assert(
      fc.property(prefix, fc.integer({ min: 1, max: 400 }), (digits, limit) => {
        const expected = ids.filter((id) => String(id).startsWith(digits))
        const found: number[] = []
        let page = searchClientIds(store, { prefix: digits, limit })
        for (;;) {
          expect(page.matchCount).toBe(expected.length)
          found.push(...page.clientIds)
          if (!page.hasMore) break
          page = searchClientIds(store, { prefix: digits, limit, afterClientId: found.at(-1) as number })
        }
        expect(found).toEqual(expected)
      }),
    )
  })

  it.each(['x', '1x', '-1', '1.5', '01', '9'.repeat(16), '1'.repeat(40)])('by "%s" finds nobody', (text) => {
    expect(searchClientIds(store, { prefix: text, limit: 5 })).toEqual({
      clientIds: [],
      matchCount: 0,
      hasMore: false,
    })
  })

  it('near another gives the nearest first', () => {
    const ids = listAllClientIds(store)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: 0, max: 12 }), (asked, count) => {
        const nearest = [...ids].sort((a, b) => Math.abs(a - asked) - Math.abs(b - asked) || a - b)
        expect(findNearestClientIds(store, asked, count)).toEqual(nearest.slice(0, count))
      }),
    )
  })
})

it('Windows tell how many of their clients have a known outcome', () => {
  expect(listWindows(store)).toEqual([
    { name: 'train', clients: 1125, labelled: 1125 },
    { name: 'test', clients: 375, labelled: 0 },
  ])
})

it('Features are read in batches that other statements may come between', () => {
  const seen: number[] = []
  for (const { clientIds, features } of readFeaturesInBatches(store, 333)) {
    expect(features).toHaveLength(clientIds.length * 3)
    expect(list().rows).toHaveLength(25)
    seen.push(...clientIds)
  }
  expect(seen).toEqual(listAllClientIds(store))
})
