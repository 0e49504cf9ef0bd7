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

describe('The embedded model’s understanding', () => {
  test('is right in 95 % of the questions that its rules were written with', async () => {
    const { rate } = await evaluateQuestions(readSet('./questions.jsonl'), ask)
    expect(rate).toBeGreaterThanOrEqual(0.95)
  })

  test('is right in 90 % of the questions kept aside from them', async () => {
    const { rate } = await evaluateQuestions(readSet('./aside.jsonl'), ask)
    expect(rate).toBeGreaterThanOrEqual(0.9)
  })

  test('calls every tool with arguments that it accepts', async () => {
    const refused: unknown[] = []
    for (const question of readSet('./questions.jsonl')) {
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
