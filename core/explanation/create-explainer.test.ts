import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { committedBundlesDir, findChampion } from '../bundle/find-champion.ts'
import { loadBundle } from '../bundle/load-bundle.ts'
import { assertAdditivity } from './assert-additivity.ts'
import { bruteForceShapley, expectedLogOdds } from './cases/brute-force-shapley.ts'
import { forestArbitrary, type TreeCase, toEnsemble } from './cases/forest-arbitrary.ts'
import { computeTreeSum } from './compute-tree-sum.ts'
import { createExplainer } from './create-explainer.ts'
import { parseTrees } from './parse-trees.ts'

interface GoldenFile {
  baseValueLogOdds: number
  cases: {
    name: string
    features: (number | null)[]
    rawScoreLogOdds: number
    contributionsLogOdds: number[]
  }[]
}

/** LightGBM takes values within ±1e-35, on which one of its thresholds may lie, for zero; ONNX does not. */
function asLightGbmReads(featureValue: number | null): number {
  if (featureValue === null) return Number.NaN
  return Math.abs(featureValue) <= Math.fround(1e-35) ? 0 : featureValue
}

function explain(trees: readonly TreeCase[], row: readonly number[]) {
  const ensemble = toEnsemble(trees, row.length)
  const contributionsLogOdds = new Float64Array(row.length)
  const baseValueLogOdds = createExplainer(ensemble).explainRow(Float32Array.from(row), contributionsLogOdds)
  return { ensemble, baseValueLogOdds, contributionsLogOdds }
}

function expectNear(found: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  for (let i = 0; i < expected.length; i++) {
    expect(Math.abs((found[i] as number) - (expected[i] as number)), `entry ${i}`).toBeLessThan(tolerance)
  }
}

const smallForest = forestArbitrary({ featureCount: 5, maxDepth: 5, maxTrees: 3 })

test('contributions equal LightGBM’s pred_contrib within 1e-6 on every golden case of the champion', () => {
  const bundle = loadBundle(findChampion('/nonexistent', committedBundlesDir))
  const golden = JSON.parse(readFileSync(join(bundle.directory, 'golden.json'), 'utf8')) as GoldenFile
  const ensemble = parseTrees(bundle.modelBytes)
  const explainer = createExplainer(ensemble)
  const contributionsLogOdds = new Float64Array(explainer.featureCount)
  expect(golden.cases.length).toBeGreaterThanOrEqual(64)
  for (const { features, ...expected } of golden.cases) {
    const row = Float32Array.from(features, asLightGbmReads)
    const baseValueLogOdds = explainer.explainRow(row, contributionsLogOdds)
    expectNear([baseValueLogOdds], [golden.baseValueLogOdds], 1e-6)
    expectNear(contributionsLogOdds, expected.contributionsLogOdds, 1e-6)
    const treeSumLogOdds = computeTreeSum(ensemble, row)
    const { rawScoreLogOdds } = expected
    assertAdditivity({ baseValueLogOdds, contributionsLogOdds, treeSumLogOdds, rawScoreLogOdds })
  }
})

describe('Contributions are the Shapley values of their definition', () => {
  test('on random forests with recurring features, unknown values and single leaves', () => {
    fc.assert(
      fc.property(smallForest, ({ trees, row }) => {
        const { baseValueLogOdds, contributionsLogOdds } = explain(trees, row)
        const average = trees.reduce((sum, tree) => sum + expectedLogOdds(tree, row, 0), 0)
        expectNear([baseValueLogOdds], [average], 1e-12)
        expectNear(contributionsLogOdds, bruteForceShapley(trees, row), 1e-12)
      }),
      { numRuns: 300 },
    )
  })

  test('on a chain of thirty splits over ten features', () => {
    const row = Array.from({ length: 10 }, (_, feature) => (feature % 3) - 1)
    const chain = chainOf(30, 10)
    expectNear(explain([chain], row).contributionsLogOdds, bruteForceShapley([chain], row), 1e-12)
  })

  test('a tree of one leaf moves the base value and no contribution', () => {
    const { baseValueLogOdds, contributionsLogOdds } = explain([{ leafLogOdds: 0.5, cover: 10 }], [1, 2])
    expect(baseValueLogOdds).toBe(0.5)
    expect(Array.from(contributionsLogOdds)).toEqual([0, 0])
  })
})

describe('Contributions keep the promises of Shapley values', () => {
  test('they add up to the trees’ sum within 1e-9', () => {
    fc.assert(
      fc.property(forestArbitrary({ featureCount: 12, maxDepth: 8, maxTrees: 6 }), ({ trees, row }) => {
        const { ensemble, ...explanation } = explain(trees, row)
        const treeSumLogOdds = computeTreeSum(ensemble, Float32Array.from(row))
        assertAdditivity({ ...explanation, treeSumLogOdds, rawScoreLogOdds: treeSumLogOdds })
      }),
    )
  })

  test('they add up on a path of a hundred different features', () => {
    const row = Array.from({ length: 100 }, (_, feature) => (feature % 3) - 1)
    const { ensemble, ...explanation } = explain([chainOf(100, 100)], row)
    const treeSumLogOdds = computeTreeSum(ensemble, Float32Array.from(row))
    assertAdditivity({ ...explanation, treeSumLogOdds, rawScoreLogOdds: treeSumLogOdds })
  })

  test('a feature that no tree reads contributes exactly zero, whatever its value', () => {
    fc.assert(
      fc.property(smallForest, ({ trees, row }) => {
        expect(explain(trees, [...row, 1]).contributionsLogOdds[row.length]).toBe(0)
      }),
    )
  })

  test('features renamed carry their contributions along', () => {
    fc.assert(
      fc.property(smallForest, ({ trees, row }) => {
        const reversed = explain(
          trees.map((tree) => rename(tree, (f) => row.length - 1 - f)),
          row.toReversed(),
        )
        const contributions = Array.from(reversed.contributionsLogOdds).reverse()
        expectNear(contributions, explain(trees, row).contributionsLogOdds, 1e-12)
      }),
    )
  })

  test('two features of the same part and value contribute the same', () => {
    fc.assert(
      fc.property(smallForest, ({ trees, row }) => {
        const twins = row.with(1, row[0] as number)
        const swapped = trees.map((tree) => rename(tree, (f) => (f === 0 ? 1 : f === 1 ? 0 : f)))
        const [first, second] = explain([...trees, ...swapped], twins).contributionsLogOdds
        expectNear([first as number], [second as number], 1e-12)
      }),
    )
  })

  test('the order of the trees is irrelevant', () => {
    fc.assert(
      fc.property(smallForest, ({ trees, row }) => {
        const reversed = explain(trees.toReversed(), row).contributionsLogOdds
        expectNear(reversed, explain(trees, row).contributionsLogOdds, 1e-12)
      }),
    )
  })

  test('an unknown value is explained like the known ones that take its way', () => {
    const stump: TreeCase = {
      feature: 0,
      threshold: 0,
      missingTracksTrue: true,
      ifTrue: { leafLogOdds: 1, cover: 1 },
      ifFalse: { leafLogOdds: 0, cover: 3 },
    }
    expectNear(explain([stump], [Number.NaN]).contributionsLogOdds, [0.75], 1e-12)
    const other = { ...stump, missingTracksTrue: false }
    expectNear(explain([other], [Number.NaN]).contributionsLogOdds, [-0.25], 1e-12)
  })
})

describe('A batch', () => {
  test('gives every row the very numbers that it gets alone', () => {
    const trees = fc.sample(smallForest, { numRuns: 20, seed: 7 })
    const explainer = createExplainer(
      toEnsemble(
        trees.flatMap((each) => each.trees),
        5,
      ),
    )
    const rows = Float32Array.from({ length: 100 * 5 }, (_, i) => ((i * 7919) % 13) / 3 - 2)
    const batch = new Float64Array(rows.length)
    explainer.explainBatch(rows, 100, batch)
    const alone = new Float64Array(5)
    for (let row = 0; row < 100; row++) {
      explainer.explainRow(rows.subarray(row * 5, row * 5 + 5), alone)
      expect(batch.subarray(row * 5, row * 5 + 5)).toEqual(alone)
    }
  })

  test('of the wrong length is refused', () => {
    const explainer = createExplainer(toEnsemble([chainOf(3, 3)], 3))
    expect(() => explainer.explainRow(new Float32Array(2), new Float64Array(3))).toThrow(/2 rows|expected 3/)
    expect(() => explainer.explainBatch(new Float32Array(6), 2, new Float64Array(5))).toThrow(RangeError)
  })
})

/** A tree that is one long path: at every split, one side is a leaf. */
function chainOf(length: number, featureCount: number): TreeCase {
  let tree: TreeCase = { leafLogOdds: 1, cover: 2 }
  for (let i = 0; i < length; i++) {
    const leaf = { leafLogOdds: Math.fround(Math.sin(i)), cover: 1 + (i % 5) }
    const sides: { ifTrue: TreeCase; ifFalse: TreeCase } =
      i % 2 === 0 ? { ifTrue: leaf, ifFalse: tree } : { ifTrue: tree, ifFalse: leaf }
    tree = { feature: i % featureCount, threshold: (i % 4) / 2 - 1, missingTracksTrue: i % 3 === 0, ...sides }
  }
  return tree
}

function rename(tree: TreeCase, to: (feature: number) => number): TreeCase {
  if ('cover' in tree) return tree
  return {
    ...tree,
    feature: to(tree.feature),
    ifTrue: rename(tree.ifTrue, to),
    ifFalse: rename(tree.ifFalse, to),
  }
}
