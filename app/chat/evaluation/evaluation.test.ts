import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { compareCohortInputSchema } from '#core/contracts/compare-cohort.ts'
import { driftReportInputSchema } from '#core/contracts/drift-report.ts'
import { explainClientInputSchema } from '#core/contracts/explain-client.ts'
import { scoreClientInputSchema } from '#core/contracts/score-client.ts'
import { searchClientsInputSchema } from '#core/contracts/search-clients.ts'
import { simulateClientInputSchema } from '#core/contracts/simulate-client.ts'
import { suggestChangesInputSchema } from '#core/contracts/suggest-changes.ts'
import { openFeatureStore } from '#db/store/open-feature-store.ts'
import { createRulesAsk } from './ask-rules.ts'
import { evaluateQuestions } from './evaluate-questions.ts'
import { parseQuestions } from './parse-questions.ts'
import { readVocabulary } from './read-store.ts'

const store = openFeatureStore({ dataDir: inject('demoDataDir') })
afterAll(() => store.close())

/** The client of the questions, as the demo of 20,000 clients knows it. */
const amounts = {
  creditAmount: 764_100,
  annuityAmount: 35_601.105,
  goodsPriceAmount: 675_000,
  annualIncomeAmount: 180_000,
}
const ask = createRulesAsk({ vocabulary: readVocabulary(store), readAmounts: () => amounts })
const readSet = (name: string) => parseQuestions(readFileSync(new URL(name, import.meta.url), 'utf8'), name)

const inputSchemas = {
  scoreClient: scoreClientInputSchema,
  explainClient: explainClientInputSchema,
  compareCohort: compareCohortInputSchema,
  simulateClient: simulateClientInputSchema,
  suggestChanges: suggestChangesInputSchema,
  driftReport: driftReportInputSchema,
  searchClients: searchClientsInputSchema,
}

/** The question with two letters swapped, one left out or one doubled in one of its longer words, by turns. */
function slip(text: string, index: number): string {
  const words = [...text.matchAll(/\p{L}{5,}/gu)]
  const word = words[index % words.length]
  if (!word) return text
  const [letters] = word
  const at = 1 + (index % (letters.length - 2))
  const [before, here, next, after] = [
    letters.slice(0, at),
    letters[at],
    letters[at + 1],
    letters.slice(at + 2),
  ]
  const slipped = [
    `${before}${next}${here}${after}`,
    `${before}${next}${after}`,
    `${before}${here}${here}${next}${after}`,
  ]
  return text.slice(0, word.index) + slipped[index % 3] + text.slice(word.index + letters.length)
}

describe('The embedded model’s understanding', () => {
  test('is right in 95 % of the questions that its rules were written with', async () => {
    const { rate } = await evaluateQuestions(readSet('./questions.jsonl'), ask)
    expect(rate).toBeGreaterThanOrEqual(0.95)
  })

  test('is right in 90 % of the questions kept aside from them', async () => {
    const { rate } = await evaluateQuestions(readSet('./aside.jsonl'), ask)
    expect(rate).toBeGreaterThanOrEqual(0.9)
  })

  test('stays right in the questions that it was practised on', async () => {
    const { failed } = await evaluateQuestions(readSet('./practice.jsonl'), ask)
    expect(failed.length).toBeLessThanOrEqual(20)
  })

  test('survives a slip of the keyboard in nine questions out of ten', async () => {
    const slipped = readSet('./questions.jsonl').map((question, index) => ({
      ...question,
      turns: question.turns.with(-1, slip(question.turns.at(-1) as string, index)),
    }))
    const { rate } = await evaluateQuestions(slipped, ask)
    expect(rate).toBeGreaterThanOrEqual(0.9)
  })

  test('calls every tool with arguments that it accepts', async () => {
    const refused: unknown[] = []
    for (const question of [...readSet('./questions.jsonl'), ...readSet('./practice.jsonl')]) {
      for (const call of await ask(question)) {
        const schema = inputSchemas[call.tool as keyof typeof inputSchemas]
        const parsed = schema.safeParse(call.args)
        if (!parsed.success) refused.push({ turns: question.turns, call, error: parsed.error.message })
      }
    }
    expect(refused).toEqual([])
  })
})

test('The sets are as large as they are to be, a third or more of 150 kept aside, and share no question', () => {
  const [tuned, aside] = [readSet('./questions.jsonl'), readSet('./aside.jsonl')]
  expect(tuned.length).toBeGreaterThanOrEqual(110)
  expect(aside.length).toBeGreaterThanOrEqual(55)
  const asked = new Set(tuned.map(({ turns }) => turns.join(' » ')))
  expect(aside.filter(({ turns }) => asked.has(turns.join(' » ')))).toEqual([])
})
