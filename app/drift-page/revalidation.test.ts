import { describe, expect, test } from 'vitest'
import { isSameDrift } from './is-same-drift.ts'
import { within } from './within.ts'

const isSame = (current: string, next: string) =>
  isSameDrift(new URL(current, 'http://localhost'), new URL(next, 'http://localhost'))

describe('The drift page asks the core again', () => {
  test('for another window, another opened column or another page', () => {
    expect(isSame('/drift', '/drift?window=test')).toBe(false)
    expect(isSame('/drift?open=a', '/drift?open=a&open=b')).toBe(false)
    expect(isSame('/clients', '/drift')).toBe(false)
  })

  test('but not to filter, sort or list', () => {
    expect(isSame('/drift?open=a&open=b', '/drift?open=b&open=a&sort=-importance&drifted=1&column=x')).toBe(
      true,
    )
  })
})

describe('What is waited for', () => {
  test('is given at once when it comes within the moment', async () => {
    expect(await within(Promise.resolve(7), 1000)).toEqual({ settled: 7 })
  })

  test('is given as a promise when it takes longer', async () => {
    let answer: (figure: number) => void = () => undefined
    const slow = new Promise<number>((resolve) => {
      answer = resolve
    })
    const { settled } = await within(slow, 0)
    expect(settled).toBe(slow)
    answer(7)
    expect(await settled).toBe(7)
  })

  test('fails at once when it fails at once', async () => {
    await expect(within(Promise.reject(new Error('no')), 1000)).rejects.toThrow('no')
  })
})
