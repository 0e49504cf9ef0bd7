import { readFileSync } from 'node:fs'
import type { LanguageModelV4, LanguageModelV4CallOptions } from '@ai-sdk/provider'
import type { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { getVocabulary } from '#core/advisor/get-vocabulary.ts'
import { lendAdvisor } from '#core/advisor/lend-advisor.ts'
import { type AdvisorContext, openAdvisor } from '#core/advisor/open-advisor.ts'
import { connectTools } from '#server/conversation/connect-tools.ts'
import { inventCaller, unkeptAudit } from '#testing/known-caller.ts'
import { scriptModel } from '#testing/script-model.ts'
import { defaultLimits } from '../pipeline/turn-limits.ts'
import { createRulesModel } from '../rules-model/create-rules-model.ts'
import { type AssistantTask, assistantTaskSchema } from './assistant-task.ts'
import { evaluateAssistant } from './evaluate-assistant.ts'
import { readPointer } from './judge-task.ts'

const tasks = readFileSync(new URL('./mcp-tasks.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => assistantTaskSchema.parse(JSON.parse(line)))
let advisor: AdvisorContext
let tools: Client

beforeAll(async () => {
  advisor = await openAdvisor({ dataDir: inject('demoDataDir') })
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

const quantities: readonly (readonly [RegExp, string, (value: number) => string])[] = [
  [/meanProbabilityOfDefault$/, 'probabilité moyenne de défaut', toPercent],
  [/robabilityOfDefault$/, 'probabilité de défaut', toPercent],
  [/probabilityOfRepayment$/, 'probabilité de remboursement', toPercent],
  [/decisionThreshold$/, 'seuil', toPercent],
  [/observedDefaultRate$/, 'taux de défaut observé', toPercent],
  [/percentile$/, 'percentile', (value) => value.toFixed(1)],
  [/contributionLogOdds$/, 'contribution', (value) => value.toFixed(2)],
  [/mark$/, 'note', String],
  [/share$/, 'part', toPercent],
]

function toPercent(value: number): string {
  return `${(100 * value).toFixed(1)} %`
}

/** Says a value as it should be said, or another one in its place. */
function sayFigure(path: string, value: unknown, lie: number): string {
  if (typeof value === 'string')
    return path.endsWith('riskClass')
      ? `Classe ${lie ? (value === 'E' ? 'A' : 'E') : value}.`
      : `Médiane : ${value}.`
  const [, word, write] = quantities.find(([pattern]) => pattern.test(path)) ?? [null, 'nombre', String]
  const state = path.startsWith('/after') ? 'Avec ce changement, la' : 'La'
  return `${state} ${word} : ${write(Number(value) + lie)}.`
}

/** A model that does exactly what each task expects, and says every figure as far off as `lie`. */
function createKnowingModel(lie = 0): LanguageModelV4 {
  return {
    ...scriptModel([]),
    async doStream(options) {
      const task = findTask(options)
      const answers = readAnswers(options)
      const step =
        answers.size === 0
          ? { calls: task.calls.map(({ tool, args }) => ({ tool, input: args })) }
          : {
              text: task.figures
                .map(({ tool, path }) => sayFigure(path, readPointer(answers.get(tool), path), lie))
                .concat('Voilà.')
                .join('\n'),
            }
      return scriptModel([step]).doStream(options)
    },
  }
}

function findTask({ prompt }: LanguageModelV4CallOptions): AssistantTask {
  const question = prompt.findLast(({ role }) => role === 'user')
  return tasks.find(({ task }) => JSON.stringify(question).includes(JSON.stringify(task))) as AssistantTask
}

function readAnswers({ prompt }: LanguageModelV4CallOptions): Map<string, unknown> {
  const parts = prompt.flatMap((message) => (message.role === 'tool' ? message.content : []))
  return new Map(
    parts.flatMap((part) =>
      part.type === 'tool-result' && part.output.type === 'json' ? [[part.toolName, part.output.value]] : [],
    ),
  )
}

const evaluate = (languageModel: LanguageModelV4, chosen: readonly AssistantTask[] = tasks) =>
  evaluateAssistant(chosen, {
    model: { name: 'test', languageModel, sentTo: null },
    tools,
    limits: defaultLimits,
  })

describe('The evaluation of assistants', () => {
  test('holds forty tasks, each with what it expects', () => {
    expect(tasks.length).toBe(40)
    expect(tasks.filter(({ figures }) => figures.length === 0).length).toBeLessThan(3)
    expect(new Set(tasks.flatMap(({ calls }) => calls.map(({ tool }) => tool))).size).toBe(7)
  })

  test('finds nothing to blame in a model that calls what it should and says what it was told', async () => {
    const evaluation = await evaluate(createKnowingModel())
    expect(evaluation.failed.map(({ task, ...rest }) => [task.task, rest])).toEqual([])
    expect(evaluation).toMatchObject({ rate: 1, calls: 1, figures: 1, unverified: 0 })
  })

  test('finds every figure out that is a little off, and a model that calls nothing', async () => {
    const lying = await evaluate(createKnowingModel(0.0173), tasks.slice(0, 15))
    expect(lying.calls).toBe(1)
    // A contribution without its feature's name may happen to be another's.
    expect(lying.figures).toBeLessThan(0.1)
    expect(lying.unverified).toBeGreaterThan(15)
    const silent = await evaluate(scriptModel([{ text: 'Je ne sais pas.' }]), tasks.slice(0, 5))
    expect(silent).toMatchObject({
      rate: 0,
      calls: 0,
      figures: 0,
    })
  })

  test('is mostly solved by the embedded model, which makes up nothing', async () => {
    const rules = createRulesModel({ vocabulary: getVocabulary(advisor), currency: 'EUR' })
    const evaluation = await evaluate(rules)
    expect(evaluation.unverified).toBe(0)
    expect(evaluation.rate).toBeGreaterThanOrEqual(0.85)
  })
})
