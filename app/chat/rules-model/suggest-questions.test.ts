import { describe, expect, test } from 'vitest'
import { readQuestion } from '../understanding/read-question.ts'
import type { Intent } from '../understanding/reading.ts'
import { exampleQuestions } from './example-questions.ts'
import { suggestQuestions } from './suggest-questions.ts'

/** What the questions themselves name. */
const vocabulary = {
  categories: { incomeType: { Pensioner: { fr: 'Retraité', en: 'Pensioner' } } },
  features: [],
  themes: [{ theme: 'external_scores', label: { fr: 'Scores externes', en: 'External scores' } }],
}

/** What may have been asked last, one of each that is led on from in its own way. */
const asked: Intent[] = [
  { kind: 'score' },
  { kind: 'reasons' },
  { kind: 'themes' },
  { kind: 'profile', fields: [] },
  { kind: 'compare', cohort: { kind: 'all' } },
  { kind: 'simulate', changes: [{ field: 'creditAmount', byShare: -0.2 }] },
  { kind: 'suggest' },
  { kind: 'modelQuality' },
  { kind: 'drift' },
  { kind: 'help' },
]

describe.each(['fr', 'en'] as const)('A suggested question in %s', (language) => {
  const sequels = asked.map((intent) =>
    suggestQuestions({ reading: { language, intents: [intent] }, language }),
  )
  const examples = [true, false].map((hasClient) => exampleQuestions({ hasClient, language }))

  test.each([...new Set([...sequels, ...examples].flat())])('is understood: %s', (question) => {
    const { intents } = readQuestion({ turns: [question], clientId: 100_002, language, vocabulary })
    expect(intents.map(({ kind }) => kind)).not.toContain('unknown')
    expect(intents.map(({ kind }) => kind)).not.toContain('missing')
  })

  test('is one of three that differ', () => {
    for (const questions of sequels) expect(new Set(questions).size).toBe(3)
  })

  test('begins a conversation that has none', () => {
    expect(suggestQuestions({ language })).toEqual(sequels.at(-1))
  })
})
