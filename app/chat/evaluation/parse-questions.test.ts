import { expect, test } from 'vitest'
import { parseQuestions } from './parse-questions.ts'

const line = '{"clientId": 104218, "turns": ["Pourquoi ?"], "expect": [{"tool": "explainClient"}]}'

test('A set is read a question a line; empty lines are passed over', () => {
  expect(parseQuestions(`${line}\n\n${line}\r\n`, 'set.jsonl')).toHaveLength(2)
  expect(parseQuestions(line, 'set.jsonl')[0]).toEqual({
    clientId: 104218,
    language: 'fr',
    turns: ['Pourquoi ?'],
    expect: [{ tool: 'explainClient', args: {} }],
  })
})

test('A bad line is named with its number and the form expected', () => {
  expect(() => parseQuestions(`${line}\n{"turns":`, 'set.jsonl')).toThrow(
    /set\.jsonl, line 2 is not JSON.*Expected \{/s,
  )
  expect(() => parseQuestions(`${line}\n\n{"turns": [], "expect": []}`, 'set.jsonl')).toThrow(
    /set\.jsonl, line 3: .*turns.*Expected \{/s,
  )
})

test('A file without a question is no evaluation', () => {
  expect(() => parseQuestions('\n', 'set.jsonl')).toThrow('set.jsonl holds no question')
})
