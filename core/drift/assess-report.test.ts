import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessDataset } from './assess-dataset.ts'
import { assessMissingness } from './assess-missingness.ts'
import { assessScoredWindow } from './assess-scored-window.ts'
import type { Verdict } from './assess-windows.ts'
import { compareHistograms } from './compare-histograms.ts'
import { computeDriftStrength } from './compute-drift-strength.ts'
import { findNewCategories } from './find-new-categories.ts'

const verdict = (changes: Partial<Verdict>): Verdict => ({
  kind: 'numerical',
  test: 'wasserstein',
  statistic: 0.2,
  threshold: 0.1,
  drifted: true,
  ...changes,
})
const untested = { test: null, statistic: null, threshold: null }

describe('The dataset', () => {
  const calm = verdict({ statistic: 0.01, drifted: false })
  test('has drifted from half of the columns up', () => {
    expect(assessDataset([verdict({}), calm])).toMatchObject({ driftedColumns: 1, share: 0.5, drifted: true })
    expect(assessDataset([verdict({}), calm, calm])).toMatchObject({ columns: 3, drifted: false })
  })
  test('counts a column known in one window only, and none that is known in neither', () => {
    const columns = [verdict(untested), verdict({ ...untested, drifted: false }), calm]
    expect(assessDataset(columns)).toMatchObject({ driftedColumns: 1, columns: 2 })
    expect(assessDataset([verdict({ ...untested, drifted: false })])).toMatchObject({
      share: 0,
      drifted: false,
    })
  })
})

describe('The share of missing rows', () => {
  test.each([
    ['a distance, above 1,000 rows', { rows: 3000, known: 2700 }, { rows: 500, known: 360 }, true],
    ['a distance too small to matter', { rows: 3000, known: 2700 }, { rows: 500, known: 420 }, false],
    ['a p-value, up to 1,000 rows', { rows: 1000, known: 900 }, { rows: 500, known: 420 }, true],
    ['nothing where none is missing', { rows: 100, known: 100 }, { rows: 5, known: 5 }, false],
    ['nothing where all are missing', { rows: 100, known: 0 }, { rows: 5, known: 0 }, false],
    ['a window without any value', { rows: 3000, known: 3000 }, { rows: 5, known: 0 }, true],
  ])('drifts by evidently’s rules: %s', (_, reference, current, drifted) => {
    expect(assessMissingness(reference, current)).toBe(drifted)
  })
})

describe('The strength of drift', () => {
  test('is one at every test’s threshold and grows with the evidence', () => {
    const distance = (statistic: number) => computeDriftStrength(verdict({ statistic }))
    const pValue = (statistic: number) =>
      computeDriftStrength(verdict({ test: 'ks', threshold: 0.05, statistic }))
    expect([distance(0.1), pValue(0.05)]).toEqual([1, 1])
    expect([distance(0), distance(0.3), distance(50)].map((each) => Number(each.toFixed(9)))).toEqual([
      0, 3, 10,
    ])
    expect([pValue(1), pValue(0)].map((each) => each + 0)).toEqual([0, 10])
    expect(pValue(0.01)).toBeGreaterThan(pValue(0.02))
  })
  test('is greatest for a column known in one window only, and none for one known in neither', () => {
    expect(computeDriftStrength(verdict(untested))).toBe(10)
    expect(computeDriftStrength(verdict({ ...untested, drifted: false }))).toBe(0)
  })
})

describe('New categories', () => {
  test('are the codes that the reference has not', () => {
    expect(findNewCategories(Float32Array.of(1, 1, 3), Float32Array.of(0, 1, 2, 2, 9))).toEqual([0, 2, 9])
  })
  test('are none among means of codes', () => {
    expect(findNewCategories(Float32Array.of(1, 2), Float32Array.of(1.5, 2, 4))).toEqual([])
  })
})

test('A window’s expected cost is that of the cheaper decision at the threshold, client by client', () => {
  const decision = { threshold: 0.25, falseNegativeCost: 10, falsePositiveCost: 1 }
  expect(assessScoredWindow(Float32Array.of(0.125, 0.25, 0.5, 0), decision)).toEqual({
    meanProbabilityOfDefault: 0.21875,
    refusedShare: 0.5,
    expectedCost: 1.25 + 0.75 + 0.5,
    expectedCostPerClient: 2.5 / 4,
  })
})

test('Histograms of two windows have the same edges and count every finite value once', () => {
  const windows = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { maxLength: 120 })
  fc.assert(
    fc.property(windows, windows, (first, second) => {
      const { reference, current } = compareHistograms(Float32Array.from(first), Float32Array.from(second))
      const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
      expect(current.edges).toEqual(reference.edges)
      expect([sum(reference.counts), sum(current.counts)]).toEqual([first.length, second.length])
      expect(Math.min(0, ...reference.counts, ...current.counts)).toBe(0)
    }),
  )
})
