import { describe, expect, test } from 'vitest'
import { createKeySequence } from './create-key-sequence.ts'

const press = (keys: string, pauseMs = 100) => {
  const feed = createKeySequence(['g p', 'g m', 'p', '/'])
  return keys.split(' ').map((key, index) => feed(key, index * pauseMs))
}

describe('A sequence of keys', () => {
  test('is complete at its last key, and a key of its own means nothing more within it', () => {
    expect(press('g p')).toEqual([null, 'g p'])
    expect(press('p g m p')).toEqual(['p', null, 'g m', 'p'])
  })

  test('begins anew at a key that leads nowhere', () => {
    expect(press('g x p')).toEqual([null, null, 'p'])
    expect(press('g g m')).toEqual([null, null, 'g m'])
    expect(press('g /')).toEqual([null, '/'])
  })

  test('is forgotten after a rest', () => {
    expect(press('g m', 1300)).toEqual([null, null])
  })
})
