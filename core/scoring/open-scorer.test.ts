import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { committedBundlesDir, findChampion } from '../bundle/find-champion.ts'
import { loadBundle } from '../bundle/load-bundle.ts'
import { openScorer, type Scorer } from './open-scorer.ts'

const bundle = loadBundle(findChampion('/nonexistent', committedBundlesDir))
const { cases } = JSON.parse(readFileSync(join(bundle.directory, 'golden.json'), 'utf8')) as {
  cases: { features: (number | null)[] }[]
}
const rows = cases.map(({ features }) => Float32Array.from(features, (value) => value ?? Number.NaN))
let scorer: Scorer

beforeAll(async () => {
  scorer = await openScorer(bundle)
})
afterAll(() => scorer.close())

async function scoreAlone(row: Float32Array) {
  const { rawScoresLogOdds, probabilitiesOfDefault } = await scorer.scoreBatch(row, 1)
  return [rawScoresLogOdds[0], probabilitiesOfDefault[0]]
}

describe('A client’s score', () => {
  test('is the same to the last bit alone, with others in the same turn, and in a batch of any size', async () => {
    const alone = []
    for (const row of rows) alone.push(await scoreAlone(row))
    expect(await Promise.all(rows.map(scoreAlone))).toEqual(alone)
    for (const size of [2, 5, 64]) {
      const batch = rows.slice(0, size)
      const joined = Float32Array.from(batch.flatMap((row) => [...row]))
      const { rawScoresLogOdds, probabilitiesOfDefault } = await scorer.scoreBatch(joined, size)
      expect(batch.map((_, i) => [rawScoresLogOdds[i], probabilitiesOfDefault[i]])).toEqual(
        alone.slice(0, size),
      )
    }
  })

  test('is refused to whoever sends a row of the wrong width, and given to whoever asks beside them', async () => {
    const row = rows[0] as Float32Array
    const [alone, wrong] = [scoreAlone(row), scorer.scoreBatch(row.subarray(1), 1)]
    await expect(wrong).rejects.toThrow()
    expect(await alone).toEqual(await scoreAlone(row))
  })
})
