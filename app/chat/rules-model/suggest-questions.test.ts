import { describe, expect, test } from 'vitest'
import { readQuestion } from '../understanding/read-question.ts'
import { exampleQuestions } from './example-questions.ts'
import { type Panel, suggestQuestions } from './suggest-questions.ts'

const panels: Panel[] = ['decision', 'reasons', 'themes', 'profile', 'comparison', 'what-if', 'suggestions']
/** What the questions themselves name. */
const vocabulary = {
  categories: {
    incomeType: { Pensioner: { fr: 'Retraité', en: 'Pensioner' } },
    contractType: { 'Revolving loans': { fr: 'Crédit renouvelable', en: 'Revolving credit' } },
  },
  features: [],
  themes: [{ theme: 'external_scores', label: { fr: 'Scores externes', en: 'External scores' } }],
}

describe.each(['fr', 'en'] as const)('A suggested question in %s', (language) => {
  const questions = new Set([
    ...panels.flatMap((panel) => suggestQuestions({ panel, language })),
    ...(['modelQuality', 'drift'] as const).flatMap((kind) =>
      suggestQuestions({ reading: { language, intents: [{ kind }] }, language }),
    ),
    ...suggestQuestions({ language }),
    ...[true, false].flatMap((hasClient) => exampleQuestions({ hasClient, language })),
  ])

  test.each([...questions])('is understood: %s', (question) => {
    const { intents } = readQuestion({ turns: [question], clientId: 100_002, language, vocabulary })
    expect(intents.map(({ kind }) => kind)).not.toContain('unknown')
    expect(intents.map(({ kind }) => kind)).not.toContain('missing')
  })

  test('is one of three that differ', () => {
    for (const panel of panels) expect(new Set(suggestQuestions({ panel, language })).size).toBe(3)
  })
})
