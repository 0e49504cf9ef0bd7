import { expect, test } from 'vitest'
import { matchCalls } from './match-calls.ts'

const score = { tool: 'scoreClient', args: { clientId: 1, language: 'fr' } }
const compare = {
  tool: 'compareCohort',
  args: {
    clientId: 1,
    cohort: { kind: 'filter', filters: { incomeType: 'Pensioner', ageYears: { min: 60 } } },
  },
}

test('The calls count in any order, each with more arguments than are expected', () => {
  expect(
    matchCalls(
      [score, compare],
      [
        { tool: 'compareCohort', args: { cohort: { filters: { incomeType: 'Pensioner' } } } },
        { tool: 'scoreClient', args: {} },
      ],
    ),
  ).toBe(true)
})

test('One call too many or too few is wrong', () => {
  expect(matchCalls([score, compare], [{ tool: 'scoreClient', args: {} }])).toBe(false)
  expect(matchCalls([], [{ tool: 'scoreClient', args: {} }])).toBe(false)
  expect(matchCalls([score], [])).toBe(false)
  expect(matchCalls([], [])).toBe(true)
})

test('An argument of another value is wrong', () => {
  expect(matchCalls([score], [{ tool: 'scoreClient', args: { clientId: 2 } }])).toBe(false)
  expect(matchCalls([compare], [{ tool: 'compareCohort', args: { cohort: { kind: 'all' } } }])).toBe(false)
})

test('A list counts in any order, and a lone category as a list of one', () => {
  const filtered = (familyStatus: unknown) => ({
    tool: 'compareCohort',
    args: { cohort: { filters: { familyStatus } } },
  })
  expect(matchCalls([filtered(['Widow', 'Separated'])], [filtered(['Separated', 'Widow'])])).toBe(true)
  expect(matchCalls([filtered('Widow')], [filtered(['Widow'])])).toBe(true)
  expect(matchCalls([filtered(['Widow', 'Married'])], [filtered(['Widow'])])).toBe(false)
})

test('Amounts agree to the nearest unit, shares do not', () => {
  const simulated = (creditAmount: number) => ({
    tool: 'simulateClient',
    args: { changes: { creditAmount } },
  })
  expect(matchCalls([simulated(509_400.004)], [simulated(509_400)])).toBe(true)
  expect(matchCalls([simulated(509_402)], [simulated(509_400)])).toBe(false)
  const ranged = (min: number) => ({
    tool: 'compareCohort',
    args: { cohort: { filters: { externalScore2: { min } } } },
  })
  expect(matchCalls([ranged(0.5)], [ranged(0.6)])).toBe(false)
})
