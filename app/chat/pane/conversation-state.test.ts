import { describe, expect, test } from 'vitest'
import { composeTurn } from './compose-turn.ts'
import { type ConversationAction, openConversation, reduceConversation } from './conversation-state.ts'

const stored = (turnId: string) => ({
  turnId,
  question: `Question ${turnId}`,
  askedAt: '2026-11-24T20:00:00Z',
  events: [],
})
const asked: ConversationAction = {
  type: 'asked',
  key: 'k',
  question: 'Pourquoi ?',
  askedAt: '2026-11-24T21:00:00Z',
}
const received = (
  event: Extract<ConversationAction, { type: 'received' }>['event'],
  key = 'k',
): ConversationAction => ({
  type: 'received',
  key,
  event,
})

function happen(...actions: ConversationAction[]) {
  const opened = openConversation({ turns: [stored('a'), stored('b')], hasOlderTurns: true })
  return actions.reduce(reduceConversation, opened)
}

describe('The conversation', () => {
  test('takes a question in, names its turn as the server does, and lets the next one come once it has ended', () => {
    const running = happen(asked, received({ type: 'started', turnId: 'server', model: 'rules' }))
    expect(running.runningKey).toBe('k')
    expect(running.turns.at(-1)).toMatchObject({ key: 'k', turnId: 'server', question: 'Pourquoi ?' })
    expect(reduceConversation(running, received({ type: 'ended', reason: 'done' })).runningKey).toBeNull()
  })

  test('shows nothing more of a turn that was stopped', () => {
    const late = happen(
      asked,
      received({ type: 'ended', reason: 'stopped' }),
      received({ type: 'text', text: 'trop tard' }),
    )
    expect(late.turns.at(-1)?.events).toEqual([{ type: 'ended', reason: 'stopped' }])
    expect(happen(asked, received({ type: 'text', text: 'x' }, 'another')).turns.at(-1)?.events).toEqual([])
  })

  test('drops a question that never arrived when it is asked again, and keeps one that had begun to be answered', () => {
    const broken: ConversationAction = { type: 'broken', key: 'k', trouble: 'connectionLost' }
    const again: ConversationAction = { ...asked, key: 'k2' }
    expect(happen(asked, broken, again).turns.map(({ key }) => key)).toEqual(['a', 'b', 'k2'])
    const begun = happen(asked, received({ type: 'text', text: 'Le' }), broken, again)
    expect(begun.turns.map(({ key }) => key)).toEqual(['a', 'b', 'k', 'k2'])
  })

  test('takes in what the page loads anew without repeating or losing a turn', () => {
    const state = happen(asked, received({ type: 'started', turnId: 'c', model: 'rules' }), {
      type: 'loaded',
      turns: [stored('b'), stored('c'), stored('d')],
    })
    expect(state.turns.map(({ turnId }) => turnId)).toEqual(['a', 'b', 'c', 'd'])
  })

  test('gives the place of a turn that was stopped before it had a name to what the server kept of it, once', () => {
    const question = 'Pourquoi ?'
    const local: ConversationAction = { ...asked, key: 'asked-1' }
    const kept = { ...stored('server'), question }
    const loaded: ConversationAction = { type: 'loaded', turns: [stored('b'), kept] }
    const stopped = received({ type: 'ended', reason: 'stopped' }, 'asked-1')
    const state = happen(local, stopped, loaded, loaded)
    expect(state.turns.map(({ key, turnId }) => [key, turnId]).slice(2)).toEqual([['asked-1', 'server']])
    const other = happen(local, stopped, { type: 'loaded', turns: [stored('c')] })
    expect(other.turns.map(({ turnId }) => turnId)).toEqual(['a', 'b', 'asked-1', 'c'])
    expect(happen(local, loaded).turns.map(({ turnId }) => turnId)).toEqual(['a', 'b', 'asked-1', 'server'])
  })

  test('that is emptied goes on with the question that was asked meanwhile', () => {
    const state = happen(asked, { type: 'emptied' }, received({ type: 'ended', reason: 'done' }))
    expect(state.turns.map(({ key }) => key)).toEqual(['k'])
    expect(state.runningKey).toBeNull()
  })

  test('puts older turns first, and forgets what is deleted', () => {
    const older = happen({ type: 'olderLoaded', turns: [stored('0'), stored('a')], hasOlderTurns: false })
    expect(older.turns.map(({ turnId }) => turnId)).toEqual(['0', 'a', 'b'])
    expect(older.hasOlderTurns).toBe(false)
    expect(happen({ type: 'removed', turnId: 'a' }).turns.map(({ turnId }) => turnId)).toEqual(['b'])
    expect(happen({ type: 'emptied' })).toEqual({ turns: [], runningKey: null, hasOlderTurns: false })
  })
})

test('a turn keeps calls and words in the order in which they came, each call with its result', () => {
  const call = (callId: string) => ({
    type: 'toolCall' as const,
    callId,
    tool: 'scoreClient',
    input: { clientId: 1 },
  })
  const content = composeTurn({
    events: [
      { type: 'started', turnId: 't', model: 'rules' },
      call('1'),
      call('2'),
      { type: 'toolResult', callId: '2', status: 'refused', text: 'Non', answer: null },
      { type: 'text', text: 'Voici' },
      call('3'),
      { type: 'text', text: 'Fin' },
      { type: 'ended', reason: 'done' },
    ],
  })
  expect(content.parts.map((part) => (part.kind === 'calls' ? part.calls.length : 'words'))).toEqual([
    2,
    'words',
    1,
    'words',
  ])
  expect(content.calls.map(({ number, result }) => [number, result?.status ?? null])).toEqual([
    [1, null],
    [2, 'refused'],
    [3, null],
  ])
  expect(content).toMatchObject({ model: 'rules', end: { reason: 'done', problem: null } })
})
