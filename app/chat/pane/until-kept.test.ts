import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type ConversationState, openConversation, reduceConversation } from './conversation-state.ts'
import { untilKept } from './until-kept.ts'

const askedAt = '2026-11-24T21:00:00Z'
const stored = (turnId: string, question: string) => ({ turnId, question, askedAt, events: [] })
const before = openConversation({ turns: [stored('a', 'Pourquoi ?')], hasOlderTurns: false })
const asked = reduceConversation(before, { type: 'asked', key: 'asked-1', question: 'Pourquoi ?', askedAt })
const named = reduceConversation(asked, {
  type: 'received',
  key: 'asked-1',
  event: { type: 'started', turnId: 'server', model: 'rules' },
})

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** How often the history was read, and whether the turn was found there. */
async function wait(state: ConversationState, ...histories: (string[] | null)[]) {
  let reads = 0
  const kept = untilKept('asked-1', state, async () => {
    const ids = histories[Math.min(reads++, histories.length - 1)]
    return ids ? { turns: ids.map((turnId) => stored(turnId, 'Pourquoi ?')) } : null
  })
  await vi.runAllTimersAsync()
  return { isKept: await kept, reads }
}

test('a turn that was stopped is waited for until the server has kept it', async () => {
  expect(await wait(named, ['a'], null, ['a', 'server'])).toEqual({ isKept: true, reads: 3 })
})

test('a turn that was stopped before the server named it is known by its question', async () => {
  expect(await wait(asked, ['a'], ['a', 'server'])).toEqual({ isKept: true, reads: 2 })
})

test('a turn that never comes is given up', async () => {
  const { isKept, reads } = await wait(asked, ['a'])
  expect(isKept).toBe(false)
  expect(reads).toBeGreaterThan(5)
})
