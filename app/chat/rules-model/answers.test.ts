import type { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { getVocabulary } from '#core/advisor/get-vocabulary.ts'
import { lendAdvisor } from '#core/advisor/lend-advisor.ts'
import { listClients } from '#core/advisor/list-clients.ts'
import { type AdvisorContext, openAdvisor } from '#core/advisor/open-advisor.ts'
import type { Language } from '#core/contracts/language.ts'
import { connectTools } from '#server/conversation/connect-tools.ts'
import { inventCaller, unkeptAudit } from '#testing/known-caller.ts'
import { createFigureStream } from '../receipts/create-figure-stream.ts'
import type { Intent } from '../understanding/reading.ts'
import type { CallResult } from './answer-context.ts'
import { composeAnswer } from './compose-answer.ts'
import { type PlannedCall, planCalls } from './plan-calls.ts'

/** Of the demo: one whose refusal nothing turns, one who is granted, one whose review can be turned. */
const refused = 100_003
const granted = 100_002
const improvable = 100_025

let advisor: AdvisorContext
let tools: Client

beforeAll(async () => {
  advisor = await openAdvisor({
    dataDir: inject('demoDataDir'),
    currency: 'EUR',
    clock: () => new Date('2026-11-24T12:00:00Z'),
  })
  tools = await connectTools({
    advisors: lendAdvisor(advisor),
    audit: unkeptAudit,
    caller: inventCaller(),
    onUnexpected: console.error,
  })
})
afterAll(async () => {
  await tools.close()
  await advisor.close()
})

async function call({ tool, input }: PlannedCall): Promise<CallResult> {
  if (tool === 'readResource') {
    try {
      const { contents } = await tools.readResource({ uri: String(input.uri) })
      const text = contents.map((content) => ('text' in content ? content.text : '')).join('')
      return { tool, input, answer: JSON.parse(text), refusal: '' }
    } catch (error) {
      return { tool, input, answer: null, refusal: (error as Error).message }
    }
  }
  const { isError, content, structuredContent } = await tools.callTool({ name: tool, arguments: input })
  const text = (content as { text?: string }[]).map((part) => part.text ?? '').join('')
  return isError
    ? { tool, input, answer: null, refusal: text }
    : { tool, input, answer: structuredContent as Record<string, unknown>, refusal: '' }
}

async function answer(intents: Intent[], clientId: number | null, language: Language) {
  const reading = { language, intents }
  const vocabulary = getVocabulary(advisor)
  const results: CallResult[] = []
  for (let calls = planCalls(reading, results, clientId); calls.length > 0; ) {
    for (const each of calls) results.push(await call(each))
    calls = planCalls(reading, results, clientId)
  }
  return { text: composeAnswer(reading, results, { clientId, vocabulary, currency: 'EUR' }), results }
}

/** Figures of a text without a receipt from the results. */
function listUnbound(text: string, results: readonly CallResult[], language: Language): string[] {
  const calls = results.flatMap(({ answer: given, ...rest }, index) =>
    given ? [{ ...rest, callId: `call-${index}`, answer: given }] : [],
  )
  const stream = createFigureStream({ language, earlier: calls })
  return [...stream.push(text), ...stream.flush()].flatMap((event) =>
    event.type === 'figure' && event.receipt === null ? [event.text] : [],
  )
}

/** Figures of a text that are in no result: neither as a number, rounded as they are, nor within a text. */
function listStrange(text: string, results: readonly CallResult[], language: Language): string[] {
  const numbers: number[] = []
  const texts: string[] = []
  const walk = (node: unknown): void => {
    if (typeof node === 'number') numbers.push(node, node * 100)
    else if (typeof node === 'string') texts.push(settle(node, language))
    else if (typeof node === 'object' && node !== null) Object.values(node).forEach(walk)
  }
  walk(results.map(({ input, answer: given, refusal }) => ({ input, given, refusal })))
  const figures = settle(text, language).match(/\d+(?:\.\d+)?/g) ?? []
  return figures.filter((figure) => {
    const decimals = figure.split('.')[1]?.length ?? 0
    const isRounded = numbers.some(
      (number) => Math.abs(Math.abs(number) - Number(figure)) <= 0.5001 * 10 ** -decimals,
    )
    return !isRounded && !texts.some((known) => known.includes(figure))
  })
}

/** Digits as a program writes them: no separators of thousands, a point for decimals. */
function settle(text: string, language: Language): string {
  const thousands =
    language === 'fr' ? /(?<=\d)[\u00a0\u202f ](?=\d{3}(?!\d))/g : /(?<=\d)[,\u202f](?=\d{3}(?!\d))/g
  const bare = text.replace(thousands, '')
  return language === 'fr' ? bare.replace(/(?<=\d),(?=\d)/g, '.') : bare
}

const questions: [title: string, intents: Intent[], clientId: number | null][] = [
  ['the score', [{ kind: 'score' }], refused],
  ['another client’s score', [{ kind: 'score', clientId: refused }], granted],
  ['whether to grant', [{ kind: 'decide' }], granted],
  ['the reasons', [{ kind: 'reasons' }], refused],
  ['what speaks against', [{ kind: 'reasons', direction: 'raisesRisk', maxReasons: 3 }], granted],
  [
    'the score, what speaks for the client, and the age',
    [
      { kind: 'score' },
      { kind: 'reasons', direction: 'lowersRisk' },
      { kind: 'featureEffect', feature: 'age_years' },
    ],
    granted,
  ],
  ['the themes', [{ kind: 'themes' }], refused],
  ['one theme', [{ kind: 'themes', theme: 'external_scores' }], refused],
  ['the effect of a feature', [{ kind: 'featureEffect', feature: 'external_score_mean' }], refused],
  ['the effect of a minor feature', [{ kind: 'featureEffect', feature: 'children_count' }], refused],
  ['the income', [{ kind: 'profile', fields: ['annualIncomeAmount'] }], refused],
  ['the whole file', [{ kind: 'profile', fields: [] }], refused],
  ['all clients', [{ kind: 'compare', cohort: { kind: 'all' } }], refused],
  [
    'a group, by some features',
    [
      {
        kind: 'compare',
        cohort: { kind: 'filter', filters: { incomeType: 'Working', ageYears: { min: 25 } } },
        features: ['age_years', 'contract_type_code', 'credit_amount'],
      },
    ],
    granted,
  ],
  ['similar clients', [{ kind: 'compare', cohort: { kind: 'similar', size: 200 } }], refused],
  ['a fifth less', [{ kind: 'simulate', changes: [{ field: 'creditAmount', byShare: -0.2 }] }], improvable],
  [
    'other terms',
    [
      {
        kind: 'simulate',
        changes: [
          { field: 'creditAmount', to: 200_000 },
          { field: 'termMonths', to: 20 },
          { field: 'contractType', value: 'Cash loans' },
        ],
      },
    ],
    improvable,
  ],
  ['what would help', [{ kind: 'suggest' }], improvable],
  ['what alone would help', [{ kind: 'suggest' }], 100_008],
  ['what would help where nothing does', [{ kind: 'suggest' }], refused],
  ['what would help where nothing need', [{ kind: 'suggest' }], granted],
  ['drift', [{ kind: 'drift' }], null],
  ['drift of some features', [{ kind: 'drift', features: ['age_years', 'external_score2'] }], null],
  ['the model', [{ kind: 'modelQuality' }], null],
  ['the AUC', [{ kind: 'modelQuality', aspect: 'auc' }], null],
  ['the accuracy', [{ kind: 'modelQuality', aspect: 'accuracy' }], null],
  ['the cost', [{ kind: 'modelQuality', aspect: 'cost' }], null],
  ['the calibration', [{ kind: 'modelQuality', aspect: 'calibration' }], null],
  ['fairness', [{ kind: 'modelQuality', aspect: 'fairness' }], null],
  ['training', [{ kind: 'modelQuality', aspect: 'training' }], null],
  ['the features', [{ kind: 'modelQuality', aspect: 'features' }], null],
  ['clients by number', [{ kind: 'findClients', query: '1000', limit: 3 }], null],
  ['clients where there are none', [{ kind: 'findClients', query: '9' }], null],
  ['a word', [{ kind: 'define', term: 'decisionThreshold' }], refused],
  ['sex', [{ kind: 'define', term: 'sex' }], refused],
  ['help', [{ kind: 'help' }], refused],
  ['a greeting', [{ kind: 'greeting' }], refused],
  ['thanks', [{ kind: 'thanks' }], refused],
  ['no client', [{ kind: 'missing', of: 'client', intent: 'score' }], null],
  ['no change', [{ kind: 'missing', of: 'change', intent: 'simulate' }], refused],
  ['no group', [{ kind: 'missing', of: 'group', intent: 'compare' }], refused],
  ['nothing understood', [{ kind: 'unknown' }], null],
]

/** Refused by the tools: their words hold the figures. */
const refusals: typeof questions = [
  ['an unknown client', [{ kind: 'score', clientId: 999 }], refused],
  ['a file that is not there', [{ kind: 'profile', fields: [], clientId: 999 }], refused],
  [
    'too small a group',
    [{ kind: 'compare', cohort: { kind: 'filter', filters: { ageYears: { min: 69 } } } }],
    refused,
  ],
  [
    'an income beyond belief',
    [{ kind: 'simulate', changes: [{ field: 'annualIncomeAmount', to: 9e12 }] }],
    refused,
  ],
]

describe.each<Language>(['fr', 'en'])('In %s', (language) => {
  test.each(questions)(
    'the answer to a question about %s is as it was, each figure a tool’s',
    async (...asked) => {
      const [, intents, clientId] = asked
      const { text, results } = await answer(intents, clientId, language)
      expect(results.filter((result) => result.answer === null)).toEqual([])
      expect(listStrange(text, results, language)).toEqual([])
      expect(listUnbound(text, results, language)).toEqual([])
      // How far a search comes depends on how busy the machine is.
      expect(text.replace(/((?:essayés|tried)\s?: )\d+/, '$1<count>')).toMatchSnapshot()
    },
  )

  test.each(refusals)('a refusal because of %s says what is wrong and what to do', async (...asked) => {
    const [, intents, clientId] = asked
    const { text, results } = await answer(intents, clientId, language)
    expect(results.some((result) => result.answer === null)).toBe(true)
    expect(listStrange(text, results, language)).toEqual([])
    expect(text).toMatchSnapshot()
  })

  test('every figure said of any client has its receipt', async () => {
    const { rows } = await listClients(advisor, { pageSize: 20, page: 7 })
    const asked: Intent[] = [
      { kind: 'score' },
      { kind: 'reasons' },
      { kind: 'themes' },
      { kind: 'profile', fields: [] },
      { kind: 'featureEffect', feature: 'age_years' },
      { kind: 'compare', cohort: { kind: 'all' }, features: ['age_years', 'children_count'] },
      { kind: 'simulate', changes: [{ field: 'annualIncomeAmount', by: 5000 }] },
    ]
    for (const { clientId } of rows) {
      for (const intent of asked) {
        const { text, results } = await answer([intent], clientId, language)
        expect(listUnbound(text, results, language), text).toEqual([])
      }
    }
  })
})
