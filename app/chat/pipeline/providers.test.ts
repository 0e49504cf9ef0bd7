import type { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { lendAdvisor } from '#core/advisor/lend-advisor.ts'
import { type AdvisorContext, openAdvisor } from '#core/advisor/open-advisor.ts'
import { connectTools } from '#server/conversation/connect-tools.ts'
import { inventCaller, unkeptAudit } from '#testing/known-caller.ts'
import {
  type LanguageModelServer,
  type ProviderReply,
  serveLanguageModel,
} from '#testing/serve-language-model.ts'
import type { TurnEvent } from '../conversation.ts'
import type { ChatEnvironment } from './chat-environment.ts'
import { chooseModel } from './choose-model.server.ts'
import { type ChosenModel, runTurn } from './run-turn.server.ts'
import { readAnswer } from './to-messages.ts'
import { defaultLimits } from './turn-limits.ts'

const clientId = 100_002
const pseudonym = 900_000_001
let advisor: AdvisorContext
let tools: Client
let provider: LanguageModelServer | undefined

beforeAll(async () => {
  advisor = await openAdvisor({ dataDir: inject('demoDataDir') })
  tools = await connectTools({
    advisors: lendAdvisor(advisor),
    audit: unkeptAudit,
    caller: inventCaller(),
    onUnexpected: console.error,
  })
})
afterEach(() => provider?.close())
afterAll(async () => {
  await tools.close()
  await advisor.close()
})

const environment: ChatEnvironment = {
  provider: 'compatible',
  modelName: 'test',
  apiKey: 'key-of-the-test',
  baseUrl: null,
  turnSeconds: 90,
  turnTokens: 10_000,
}

async function ask(
  replies: ProviderReply[],
  { silenceMs = 5_000, ...rest }: Partial<ChatEnvironment> & { silenceMs?: number } = {},
) {
  provider = await serveLanguageModel(replies)
  const model = chooseModel({ ...environment, baseUrl: provider.baseUrl, ...rest }) as ChosenModel
  const events: TurnEvent[] = []
  const turn = runTurn({
    turnId: 'turn-1',
    model,
    tools,
    clientId,
    language: 'fr',
    question: 'Quel est son score ?',
    page: '',
    pageState: {},
    earlier: [],
    limits: { ...defaultLimits, silenceMs },
    signal: new AbortController().signal,
    onProblem: () => {},
  })
  for await (const event of turn) events.push(event)
  return { events, ended: events.at(-1), answer: readAnswer({ events }), model, requests: provider.requests }
}

describe('A server that speaks OpenAI’s chat completions', () => {
  test('calls tools and answers over a real socket, and is told a pseudonym instead of the client’s number', async () => {
    const { events, ended, requests, model } = await ask([
      { toolCall: { name: 'scoreClient', arguments: { clientId: pseudonym } } },
      { text: `Le client ${pseudonym} a une probabilité de défaut de 99,9 %.` },
    ])
    expect(model.sentTo).toMatch(/^127\.0\.0\.1:/)
    expect(requests.map(({ path }) => path)).toEqual(['/v1/chat/completions', '/v1/chat/completions'])
    expect(requests[0]?.authorization).toBe('Bearer key-of-the-test')
    expect(JSON.stringify(requests)).not.toMatch(/100[\s\u00a0\u202f]?002/)
    expect(requests[0]?.body).toMatchObject({ stream: true, model: 'test' })
    expect(events).toContainEqual(expect.objectContaining({ type: 'toolResult', status: 'answered' }))
    expect(
      events.flatMap((event) => (event.type === 'figure' ? [[event.text, event.receipt?.path ?? null]] : [])),
    ).toEqual([
      ['100002', '/clientId'],
      ['99,9 %', null],
    ])
    expect(ended).toEqual({ type: 'ended', reason: 'done' })
  })

  test.each([
    [401, 'keyRefused'],
    [429, 'rateLimited'],
    [500, 'badAnswer'],
  ])('that answers %i ends the turn in words for it', async (status, problem) => {
    const { ended, events } = await ask([{ status, headers: { 'retry-after-ms': '1' } }])
    expect(ended).toEqual({ type: 'ended', reason: 'providerError', problem })
    expect(JSON.stringify(events)).not.toContain('refused by the test')
  })

  test('that recovers after one failure is asked again', async () => {
    const { answer, ended } = await ask([
      { status: 500, headers: { 'retry-after-ms': '1' } },
      { text: 'Bonjour.' },
    ])
    expect(answer).toBe('Bonjour.')
    expect(ended).toMatchObject({ reason: 'done' })
  })

  test('whose connection is cut keeps what it said, and says so', async () => {
    const { answer, ended } = await ask([{ cutAfter: 'Voici le début. Puis' }])
    expect(answer).toContain('Voici le début.')
    expect(ended).toEqual({ type: 'ended', reason: 'providerError', problem: 'brokenOff' })
  })

  test('that never answers is given up', async () => {
    const { ended } = await ask([{ hang: true }], { silenceMs: 100 })
    expect(ended).toEqual({ type: 'ended', reason: 'timeLimit' })
  })

  test('that is not there is unreachable', async () => {
    const { ended } = await ask([], { baseUrl: 'http://127.0.0.1:9/v1' })
    expect(ended).toEqual({ type: 'ended', reason: 'providerError', problem: 'unreachable' })
  })
})

describe('Providers', () => {
  test.each(['anthropic', 'openai', 'mistral'] as const)(
    '%s is reached with its key at its address',
    async (name) => {
      const { ended, requests } = await ask([{ status: 401 }], { provider: name })
      expect(requests.length).toBe(1)
      expect(ended).toEqual({ type: 'ended', reason: 'providerError', problem: 'keyRefused' })
    },
  )

  test('none is chosen where the rules answer', () => {
    expect(chooseModel({ ...environment, provider: 'rules' })).toBeNull()
  })
})
