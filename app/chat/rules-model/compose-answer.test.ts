import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Intent, terms } from '../understanding/reading.ts'
import type { CallResult } from './answer-context.ts'
import { definitions } from './answers/definitions.ts'
import { composeAnswer } from './compose-answer.ts'
import { planCalls } from './plan-calls.ts'

const surroundings = {
  clientId: 100_002,
  vocabulary: { categories: {}, features: [], themes: [] },
  currency: 'EUR',
}

const anyClient = fc.option(fc.constantFrom(100_001, 100_002), { nil: undefined })
const about = <Rest extends object>(rest: fc.Arbitrary<Rest>) =>
  fc
    .tuple(rest, anyClient)
    .map(([kind, clientId]) => ({ ...kind, ...(clientId !== undefined && { clientId }) }))
const amount = fc.constantFrom(
  'creditAmount' as const,
  'annuityAmount' as const,
  'termMonths' as const,
  'goodsPriceAmount' as const,
  'annualIncomeAmount' as const,
)
const figure = fc.double({ noNaN: true, noDefaultInfinity: true })
const change = fc.oneof(
  fc.record({ field: amount, to: figure }),
  fc.record({ field: amount, byShare: figure }),
  fc.record({ field: amount, by: figure }),
  fc.record({ field: fc.constant('contractType' as const), value: fc.string() }),
)
const ofClient = fc.constantFrom('score' as const, 'simulate' as const, 'compare' as const)
const anyIntent: fc.Arbitrary<Intent> = fc.oneof(
  about(fc.constantFrom<Intent>({ kind: 'score' }, { kind: 'decide' }, { kind: 'suggest' })),
  about(
    fc.record({
      kind: fc.constant('reasons' as const),
      direction: fc.constantFrom('raisesRisk' as const, 'lowersRisk' as const),
      maxReasons: fc.nat(20),
    }),
  ),
  about(fc.record({ kind: fc.constant('themes' as const), theme: fc.string() })),
  about(fc.record({ kind: fc.constant('featureEffect' as const), feature: fc.string() })),
  about(
    fc.record({
      kind: fc.constant('profile' as const),
      fields: fc.subarray(['ageYears' as const, 'incomeType' as const]),
    }),
  ),
  about(
    fc.record({
      kind: fc.constant('compare' as const),
      cohort: fc.constantFrom({ kind: 'all' as const }, { kind: 'similar' as const }),
      features: fc.array(fc.string()),
    }),
  ),
  about(fc.record({ kind: fc.constant('simulate' as const), changes: fc.array(change) })),
  fc.record({
    kind: fc.constant('drift' as const),
    onlyDrifted: fc.boolean(),
    features: fc.array(fc.string()),
  }),
  fc.record({
    kind: fc.constant('modelQuality' as const),
    aspect: fc.constantFrom('auc' as const, 'fairness' as const, 'training' as const, 'features' as const),
  }),
  fc.record({ kind: fc.constant('define' as const), term: fc.constantFrom(...terms) }),
  fc.record({ kind: fc.constant('findClients' as const), query: fc.string(), limit: fc.nat() }),
  fc.record({
    kind: fc.constant('missing' as const),
    of: fc.constantFrom('client' as const, 'change' as const, 'group' as const),
    intent: ofClient,
  }),
  fc.constantFrom<Intent>({ kind: 'help' }, { kind: 'greeting' }, { kind: 'thanks' }, { kind: 'unknown' }),
)
const anyReading = fc.record({
  language: fc.constantFrom('fr' as const, 'en' as const),
  intents: fc.array(anyIntent, { minLength: 1, maxLength: 3 }),
})
/** What a call came to, however odd. */
const anyOutcome = fc.oneof(
  fc.record({ answer: fc.constant(null), refusal: fc.string() }),
  fc.record({
    answer: fc.constant(null),
    refusal: fc.constantFrom(
      'UNKNOWN_CLIENT: Client 7 is not in the store.',
      'COHORT_TOO_SMALL: ?',
      'INTERNAL: scoreClient failed.',
      'NO_SUCH_CODE: what',
      'STORE_MISSING: The feature store is empty.',
    ),
  }),
  fc.record({ answer: fc.dictionary(fc.string(), fc.jsonValue()), refusal: fc.constant('') }),
)

describe('An answer', () => {
  test('is given for any reading, whatever the calls came to', () => {
    fc.assert(
      fc.property(anyReading, fc.infiniteStream(anyOutcome), (reading, outcomes) => {
        const results: CallResult[] = []
        for (let step = 0; step < 3; step++) {
          for (const call of planCalls(reading, results, surroundings.clientId)) {
            results.push({ ...call, ...(outcomes.next().value as Pick<CallResult, 'answer' | 'refusal'>) })
          }
        }
        expect(planCalls(reading, results, surroundings.clientId)).toEqual([])
        expect(composeAnswer(reading, results, surroundings).trim()).not.toBe('')
      }),
    )
  })

  test('repeats a notice once, in its own language', () => {
    const notice =
      'Attention : le modèle a été entraîné sur les données de démonstration et non sur celles qu’il évalue ici ; ses chiffres ne peuvent fonder aucune décision.'
    const results = ['scoreClient', 'explainClient'].map((tool) => ({
      tool,
      input: { clientId: 100_002, language: 'en' },
      answer: { provenance: { notice } },
      refusal: '',
    }))
    const reading = { language: 'en' as const, intents: [{ kind: 'score' as const }] }
    expect(composeAnswer(reading, results, surroundings).match(/Caution: [^.]*\./g)).toEqual([
      'Caution: the model was trained on demo data, not on the data it scores here; no decision can rest on its figures.',
    ])
  })

  test('defines every term in both languages without a figure', () => {
    for (const term of terms) {
      for (const language of ['fr', 'en'] as const) {
        const { name, meaning } = definitions[term][language]
        expect(`${name} ${meaning}`).toMatch(/^[^\d%']{40,}\.$/)
      }
    }
  })
})
