import { expect, test } from 'vitest'
import type { Change, Intent } from './reading.ts'
import { toCalls } from './to-calls.ts'

const amounts = {
  creditAmount: 764_100,
  annuityAmount: 35_601.105,
  goodsPriceAmount: 675_000,
  annualIncomeAmount: 180_000,
}
const known = { clientId: 104218, amounts: new Map([[104218, amounts]]) }

function callsFor(intents: Intent[], context: Parameters<typeof toCalls>[1] = known) {
  return toCalls({ language: 'fr', intents }, context)
}

const lessCredit: Change = { field: 'creditAmount', byShare: -0.2 }

test('A change by so much reads the profile first, then simulates the amount that follows from it', () => {
  const intents: Intent[] = [{ kind: 'simulate', changes: [lessCredit] }]
  expect(callsFor(intents, { clientId: 104218, amounts: new Map() })).toEqual([
    { kind: 'resource', uri: 'client://104218/profile' },
  ])
  expect(callsFor(intents)).toEqual([
    {
      kind: 'tool',
      tool: 'simulateClient',
      args: { clientId: 104218, changes: { creditAmount: 611_280 }, language: 'fr' },
    },
  ])
})

test('A new amount needs no profile', () => {
  const intents: Intent[] = [{ kind: 'simulate', changes: [{ field: 'creditAmount', to: 300_000 }] }]
  expect(callsFor(intents, { clientId: 104218, amounts: new Map() })).toMatchObject([
    { tool: 'simulateClient', args: { changes: { creditAmount: 300_000 } } },
  ])
})

test('A term changes from credit ÷ annuity, in whole months', () => {
  expect(callsFor([{ kind: 'simulate', changes: [{ field: 'termMonths', by: 12 }] }])).toMatchObject([
    { args: { changes: { termMonths: 33 } } },
  ])
})

test('A change that would leave nothing to lend is not asked for', () => {
  expect(callsFor([{ kind: 'simulate', changes: [{ field: 'creditAmount', by: -800_000 }] }])).toEqual([])
  const unstated = { clientId: 104218, amounts: new Map([[104218, { ...amounts, annuityAmount: null }]]) }
  expect(
    callsFor([{ kind: 'simulate', changes: [{ field: 'annuityAmount', byShare: 0.1 }] }], unstated),
  ).toEqual([])
})

test('Two questions that one explanation answers make one call', () => {
  expect(
    callsFor([{ kind: 'reasons' }, { kind: 'featureEffect', feature: 'age_years' }, { kind: 'themes' }]),
  ).toEqual([
    { kind: 'tool', tool: 'explainClient', args: { clientId: 104218, maxReasons: 20, language: 'fr' } },
  ])
})

test('What is optional is asked for only where it was said', () => {
  expect(callsFor([{ kind: 'drift' }])).toEqual([
    { kind: 'tool', tool: 'driftReport', args: { language: 'fr' } },
  ])
  expect(callsFor([{ kind: 'findClients', query: '1000', limit: 5 }])).toEqual([
    { kind: 'tool', tool: 'searchClients', args: { query: '1000', limit: 5, language: 'fr' } },
  ])
})

test('Meanings, courtesies and what is not understood call no tool', () => {
  expect(
    callsFor([
      { kind: 'define', term: 'score' },
      { kind: 'help' },
      { kind: 'thanks' },
      { kind: 'greeting' },
      { kind: 'unknown' },
    ]),
  ).toEqual([])
})
