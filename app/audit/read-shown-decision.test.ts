import { describe, expect, test } from 'vitest'
import { readShownDecision } from './read-shown-decision.ts'

const decision = { advice: 'review', probabilityOfRepayment: 0.9 }
const other = { advice: 'grant', probabilityOfRepayment: 0.95 }

describe('The decision that an answer showed', () => {
  test.each([
    ['of a score', { ...decision, clientId: 1 }, decision],
    ['of an explanation', { reasons: [], score: decision }, decision],
    ['of a simulation is the one after the changes', { before: decision, after: other }, other],
    ['of a list is none', { rows: [decision] }, null],
  ])('%s', (_name, answer, expected) => {
    expect(readShownDecision(JSON.stringify(answer))).toEqual(expected)
  })
})
