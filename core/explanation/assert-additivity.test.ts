import { expect, test } from 'vitest'
import { assertAdditivity } from './assert-additivity.ts'

const explanation = { baseValueLogOdds: -2, contributionsLogOdds: Float64Array.of(0.5, -0.25) }

test('reasons that add up to the score give their distance to it', () => {
  const treeSumLogOdds = -1.75
  const rawScoreLogOdds = -1.750002
  expect(assertAdditivity({ ...explanation, treeSumLogOdds, rawScoreLogOdds })).toBeCloseTo(2e-6, 12)
})

test('reasons that miss the trees or the served score are refused', () => {
  const refusal = expect.objectContaining({ code: 'BUNDLE_CORRUPT' })
  const apart = [
    { treeSumLogOdds: -1.75 + 1e-8, rawScoreLogOdds: -1.75 },
    { treeSumLogOdds: -1.75, rawScoreLogOdds: -1.7499 },
    { treeSumLogOdds: -1.75, rawScoreLogOdds: Number.NaN },
  ]
  for (const scores of apart) expect(() => assertAdditivity({ ...explanation, ...scores })).toThrow(refusal)
})
