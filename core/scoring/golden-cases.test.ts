import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { committedBundlesDir, findChampion } from '../bundle/find-champion.ts'
import { loadBundle } from '../bundle/load-bundle.ts'
import { openScorer } from './open-scorer.ts'

interface GoldenCase {
  name: string
  features: (number | null)[]
  rawScoreLogOdds: number
  probabilityOfDefault: number
}

const bundle = loadBundle(findChampion('/nonexistent', committedBundlesDir))
const { cases } = JSON.parse(readFileSync(join(bundle.directory, 'golden.json'), 'utf8')) as {
  cases: GoldenCase[]
}

describe('onnxruntime-node agrees with LightGBM in Python on every golden case', () => {
  test('rows with missing values included, within 1e-5', async () => {
    const scorer = await openScorer(bundle)
    expect(cases.length).toBeGreaterThanOrEqual(64)
    expect(cases.some(({ features }) => features.every((value) => value === null))).toBe(true)
    const rows = Float32Array.from(
      cases.flatMap(({ features }) => features.map((value) => value ?? Number.NaN)),
    )
    const scores = await scorer.scoreBatch(rows, cases.length)
    for (const [i, golden] of cases.entries()) {
      expect(
        Math.abs((scores.rawScoresLogOdds[i] as number) - golden.rawScoreLogOdds),
        golden.name,
      ).toBeLessThan(1e-5)
      expect(
        Math.abs((scores.probabilitiesOfDefault[i] as number) - golden.probabilityOfDefault),
        golden.name,
      ).toBeLessThan(1e-5)
    }
    await scorer.close()
  })
})
