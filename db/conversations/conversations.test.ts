import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Conversations, openConversations } from './open-conversations.ts'
import { deleteTurns } from './queries/delete-turns.ts'
import { keepTurn } from './queries/keep-turn.ts'
import { listTurns } from './queries/list-turns.ts'
import { searchTurns } from './queries/search-turns.ts'

let dataDir: string
let conversations: Conversations

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'conversations-'))
  conversations = openConversations(dataDir)
})
afterEach(() => {
  conversations.close()
  rmSync(dataDir, { recursive: true })
})

function keep(
  turnId: string,
  { actor = 'user:1', clientId = 100_001, question = 'Pourquoi ?', answer = '' } = {},
) {
  const askedAt = '2026-11-25T09:00:00.000Z'
  keepTurn(conversations, { turnId, actor, clientId, question, askedAt, events: '[]', answer })
}

const idsOf = (turns: { turnId: string }[]) => turns.map(({ turnId }) => turnId)

describe('Conversations', () => {
  test('are kept by person and client, the oldest first', () => {
    keep('a')
    keep('b')
    keep('of another person', { actor: 'user:2' })
    keep('of another client', { clientId: 100_002 })
    const mine = { actor: 'user:1', clientId: 100_001, limit: 10 }
    expect(idsOf(listTurns(conversations, mine))).toEqual(['a', 'b'])
    expect(idsOf(listTurns(conversations, { ...mine, limit: 1 }))).toEqual(['b'])
    expect(idsOf(listTurns(conversations, { ...mine, before: 'b' }))).toEqual(['a'])
  })

  test('are found by the beginnings of words in question or answer, accents and case aside, by their person alone', () => {
    keep('a', { question: 'Et pour les retraités ?', answer: 'Parmi les 412 retraités, il est au milieu.' })
    keep('b', { question: 'Quel est son score ?', answer: 'La probabilité est de 92,1 %.' })
    keep('c', { actor: 'user:2', question: 'Et pour les retraités ?' })
    const find = (query: string) => idsOf(searchTurns(conversations, { actor: 'user:1', query, limit: 10 }))
    expect(find('RETRAITE')).toEqual(['a'])
    expect(find('proba 92')).toEqual(['b'])
    expect(find('retraités score')).toEqual([])
  })

  test('searched with what is no word, or with a search engine’s own signs, give nothing and fail at nothing', () => {
    keep('a', { question: 'NOT a OR b' })
    for (const query of ['', ' ?!', '"', '*', 'a" OR "b', 'NEAR(', '\u0000']) {
      expect(() => searchTurns(conversations, { actor: 'user:1', query, limit: 10 })).not.toThrow()
    }
    expect(idsOf(searchTurns(conversations, { actor: 'user:1', query: 'not or', limit: 10 }))).toEqual(['a'])
  })

  test('that are deleted are gone from the list, the search and the file', () => {
    keep('a', { question: 'Un mot singulier : zéphyrine', answer: 'zéphyrine' })
    keep('b')
    const mine = { actor: 'user:1', clientId: 100_001 }
    expect(deleteTurns(conversations, { ...mine, actor: 'user:2' })).toBe(0)
    expect(deleteTurns(conversations, { ...mine, turnId: 'a' })).toBe(1)
    expect(idsOf(listTurns(conversations, { ...mine, limit: 10 }))).toEqual(['b'])
    expect(searchTurns(conversations, { actor: 'user:1', query: 'zephyrine', limit: 10 })).toEqual([])
    conversations.database.pragma('wal_checkpoint(TRUNCATE)')
    expect(readFileSync(conversations.path).includes('zephyrine')).toBe(false)
    expect(readFileSync(conversations.path).includes('zéphyrine')).toBe(false)
    expect(deleteTurns(conversations, mine)).toBe(1)
  })
})
