import type { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { lendAdvisor } from '#core/advisor/lend-advisor.ts'
import { type AdvisorContext, openAdvisor } from '#core/advisor/open-advisor.ts'
import { connectTools } from '#server/conversation/connect-tools.ts'
import { inventCaller, unkeptAudit } from '#testing/known-caller.ts'
import { type ScriptedStep, scriptModel } from '#testing/script-model.ts'
import type { StoredTurn, TurnEvent } from '../conversation.ts'
import { runTurn, type TurnOptions } from './run-turn.server.ts'
import { readAnswer } from './to-messages.ts'
import { defaultLimits } from './turn-limits.ts'

// Not the number that the tools' own descriptions give for an example.
const clientId = 100_002
let advisor: AdvisorContext
let tools: Client
let probabilityOfDefault: number

beforeAll(async () => {
  advisor = await openAdvisor({
    dataDir: inject('demoDataDir'),
    clock: () => new Date('2026-11-24T12:00:00Z'),
  })
  const advisors = lendAdvisor(advisor)
  tools = await connectTools({
    advisors,
    audit: unkeptAudit,
    caller: inventCaller(),
    onUnexpected: console.error,
  })
  const { structuredContent } = await tools.callTool({ name: 'scoreClient', arguments: { clientId } })
  probabilityOfDefault = Number((structuredContent as Record<string, unknown>).probabilityOfDefault)
})

afterAll(async () => {
  await tools.close()
  await advisor.close()
})

interface Asked extends Partial<Omit<TurnOptions, 'limits'>> {
  limits?: Partial<TurnOptions['limits']>
  sentTo?: string | null
}

async function ask(steps: ScriptedStep[], { limits, sentTo = null, ...rest }: Asked = {}) {
  const model = scriptModel(steps)
  const events: TurnEvent[] = []
  const problems: unknown[] = []
  const turn = runTurn({
    turnId: 'turn-1',
    model: { name: 'scripted', languageModel: model, sentTo },
    tools,
    clientId,
    language: 'fr',
    question: 'Quel est son score ?',
    page: '',
    pageState: {},
    earlier: [],
    signal: new AbortController().signal,
    onProblem: (problem) => problems.push(problem),
    ...rest,
    limits: { ...defaultLimits, ...limits },
  })
  for await (const event of turn) events.push(event)
  const ended = events.at(-1)
  const figures = events.flatMap((event) => (event.type === 'figure' ? [event] : []))
  const results = events.flatMap((event) => (event.type === 'toolResult' ? [event] : []))
  return { events, ended, figures, results, model, problems, answer: readAnswer({ events }) }
}

const scoring: ScriptedStep = { calls: [{ tool: 'scoreClient', input: { clientId } }] }
const percent = (probability: number) => `${(100 * probability).toFixed(1).replace('.', ',')} %`

describe('A turn', () => {
  test('calls tools, streams its words, and gives every figure the receipt of the value that it says', async () => {
    const written = percent(probabilityOfDefault)
    const { events, ended, figures } = await ask([
      scoring,
      { text: `Sa probabilité de défaut est de ${written}.` },
    ])
    expect(events[0]).toEqual({ type: 'started', turnId: 'turn-1', model: 'scripted' })
    expect(events[1]).toMatchObject({ type: 'toolCall', tool: 'scoreClient', input: { clientId } })
    expect(events[2]).toMatchObject({
      type: 'toolResult',
      status: 'answered',
      answer: { clientId, probabilityOfDefault },
    })
    expect(figures).toEqual([
      {
        type: 'figure',
        text: written,
        receipt: {
          callId: 'turn-1:call-1-0',
          path: '/probabilityOfDefault',
          value: probabilityOfDefault,
          label: 'Probabilité de défaut',
        },
      },
    ])
    expect(ended).toEqual({ type: 'ended', reason: 'done' })
  })

  test('remembers what earlier turns found: a figure may be repeated with its receipt, a flagged one is never passed on', async () => {
    const first = await ask([
      scoring,
      { text: `Probabilité de défaut : ${percent(probabilityOfDefault)}. Seuil : 77 %.` },
    ])
    const earlier: StoredTurn[] = [
      { turnId: 'turn-1', question: 'Son score ?', askedAt: '', events: first.events },
    ]
    const again = `Comme dit, la probabilité de défaut est de ${percent(probabilityOfDefault)}.`
    const second = await ask([{ text: again }], { turnId: 'turn-2', earlier, question: 'Encore ?' })
    expect(second.figures[0]?.receipt?.callId).toBe('turn-1:call-1-0')
    const prompt = JSON.stringify(second.model.asked[0]?.prompt)
    expect(prompt).toContain('Son score ?')
    expect(prompt).not.toContain('77 %')
  })
})

describe('A language model that lies', () => {
  test('about a figure shows it flagged: it has no receipt', async () => {
    const { figures, ended } = await ask([
      scoring,
      { text: 'La probabilité de défaut est de 99,4 %, soit deux fois 49 %.' },
    ])
    expect(figures.map(({ text, receipt }) => [text, receipt])).toEqual([
      ['99,4 %', null],
      ['deux fois', null],
      ['49 %', null],
    ])
    expect(ended).toEqual({ type: 'ended', reason: 'done' })
  })

  test('without calling any tool has nothing to show as a fact', async () => {
    const { figures } = await ask([
      { text: `La probabilité de défaut est de ${percent(probabilityOfDefault)}.` },
    ])
    expect(figures).toMatchObject([{ receipt: null }])
  })

  test('by giving one quantity the figure of another is found out', async () => {
    const { figures } = await ask([
      scoring,
      { text: `Probabilité de remboursement : ${percent(probabilityOfDefault)}.` },
    ])
    expect(figures).toMatchObject([{ receipt: null }])
  })
})

describe('A language model that strays', () => {
  test('to another client’s data, as a record may instruct it to, is refused, and the client is not shown', async () => {
    const other = { tool: 'scoreClient', input: { clientId: 100_003 } }
    const record = { tool: 'readResource', input: { uri: 'client://100003/profile' } }
    const { results, answer } = await ask([{ calls: [other, record] }, { text: 'Je n’ai rien obtenu.' }])
    expect(results.map(({ status }) => status)).toEqual(['refused', 'refused'])
    expect(results[0]?.text).toContain('Ouvrez sa page')
    expect(JSON.stringify(results)).not.toContain('probabilityOfDefault')
    expect(answer).toBe('Je n’ai rien obtenu.')
  })

  test('reaches another client where the person wrote the number', async () => {
    const calls = [{ tool: 'scoreClient', input: { clientId: 100_003 } }]
    const { results } = await ask([{ calls }, { text: 'Voilà.' }], { question: 'Et le client n° 100 003 ?' })
    expect(results).toMatchObject([{ status: 'answered', answer: { clientId: 100_003 } }])
  })

  test('to tools that there are none of, or to input that they don’t take, is told so and may go on', async () => {
    const calls = [
      { tool: 'deleteClient', input: { clientId } },
      { tool: 'scoreClient', input: { client: 'x' } },
      { tool: 'compareCohort', input: 'nonsense' },
    ]
    const { results, ended } = await ask([{ calls }, { text: 'Bien.' }])
    expect(results.map(({ status }) => status)).toEqual(['refused', 'refused', 'refused'])
    expect(results[0]?.text).toContain('deleteClient')
    expect(ended).toEqual({ type: 'ended', reason: 'done' })
  })

  test('into calling tools for ever is stopped after so many steps', async () => {
    const { ended, results } = await ask([scoring], { limits: { steps: 4 } })
    expect(results.length).toBe(4)
    expect(ended).toEqual({ type: 'ended', reason: 'stepLimit' })
  })

  test('into costing too much is stopped', async () => {
    const { ended } = await ask([scoring], { limits: { tokens: 50 } })
    expect(ended).toEqual({ type: 'ended', reason: 'tokenLimit' })
  })
})

describe('A language model that fails', () => {
  test('by falling silent is given up', async () => {
    const { ended } = await ask([scoring, { stall: true }], { limits: { silenceMs: 80 } })
    expect(ended).toEqual({ type: 'ended', reason: 'timeLimit' })
  })

  test('by breaking off keeps what it said, and says that it broke off', async () => {
    const { answer, ended } = await ask([scoring, { breakOff: 'Le client. La suite n' }])
    expect(answer).toBe('Le client. La suite n')
    expect(ended).toEqual({ type: 'ended', reason: 'providerError', problem: 'brokenOff' })
  })

  test('by saying nothing is no answer', async () => {
    const { ended } = await ask([{ text: '' }])
    expect(ended).toEqual({ type: 'ended', reason: 'providerError', problem: 'badAnswer' })
  })

  test('stops at once when the person does, even where it hangs', async () => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 30)
    const { ended } = await ask([{ stall: true }], { signal: stop.signal })
    expect(ended).toEqual({ type: 'ended', reason: 'stopped' })
  })
})

describe('What leaves the machine', () => {
  test('never holds a client’s number: a pseudonym stands for it in questions, tools and results, and is put back', async () => {
    const pseudonym = 900_000_001
    const { model, events, results, answer } = await ask(
      [
        { calls: [{ tool: 'scoreClient', input: { clientId: pseudonym } }] },
        { text: `Le client ${pseudonym} est à revoir.` },
      ],
      { sentTo: 'api.example.org', question: 'Que dire de 100002, ou 100 002 ?', page: '?x=100002' },
    )
    const sent = JSON.stringify(model.asked)
    expect(sent).not.toMatch(/100[\s\u00a0\u202f.,]?002/)
    expect(sent).toContain(String(pseudonym))
    expect(results).toMatchObject([{ status: 'answered', answer: { clientId } }])
    expect(events[1]).toMatchObject({ input: { clientId } })
    expect(answer).toBe(`Le client ${clientId} est à revoir.`)
  })
})
