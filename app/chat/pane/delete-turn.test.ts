import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppLoadContext } from '@remix-run/node'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Conversations, openConversations } from '#db/conversations/open-conversations.ts'
import { createConversationHistory } from '#server/conversation/create-conversation-history.ts'
import { action } from '../../routes/clients.$clientId_.conversation.ts'

let dataDir: string
let conversations: Conversations

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'delete-turn-'))
  conversations = openConversations(dataDir)
})
afterEach(() => {
  conversations.close()
  rmSync(dataDir, { recursive: true })
})

test('deleting a turn that the history does not hold is said to have failed, deleting all of none is not', async () => {
  const history = createConversationHistory(conversations, 'user:1')
  const askedAt = '2026-11-25T09:00:00.000Z'
  history.keep({ turnId: 'kept', clientId: 100_001, question: 'Q', askedAt, events: '[]', answer: '' })
  const post = async (fields: Record<string, string>, accept = 'application/json') => {
    const request = new Request('http://localhost/clients/100001/conversation', {
      method: 'POST',
      headers: { Accept: accept },
      body: new URLSearchParams(fields),
    })
    const context = { conversation: { history } } as unknown as AppLoadContext
    return (await action({ request, params: { clientId: '100001' }, context })).status
  }
  expect(await post({ intent: 'deleteTurn', turnId: 'asked-1' })).toBe(404)
  expect(await post({ intent: 'deleteTurn', turnId: 'asked-1' }, 'text/html')).toBe(303)
  expect(await post({ intent: 'deleteTurn', turnId: 'kept' })).toBe(204)
  expect(await post({ intent: 'deleteTurn', turnId: 'kept' })).toBe(404)
  expect(await post({ intent: 'deleteAll' })).toBe(204)
})
