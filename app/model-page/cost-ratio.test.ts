import { describe, expect, test } from 'vitest'
import { listRatioStops, parseRatio, readRatio } from './cost-ratio.ts'

describe('A cost ratio as people type it', () => {
  test('may have one decimal, with a comma or a point', () => {
    expect(['10', ' 7,5 ', '1.5', '50'].map(parseRatio)).toEqual([10, 7.5, 1.5, 50])
  })

  test('is refused when it is none or out of bounds', () => {
    expect(['', '0', '0.9', '51', '1e1', '-3', 'dix', '10.25'].map(parseRatio)).toEqual(
      Array(8).fill(undefined),
    )
  })
})

describe('The address', () => {
  const read = (search: string) => readRatio(new URLSearchParams(search), 10)

  test('leads to the ratio that it names, otherwise to the served one', () => {
    expect(read('ratio=25')).toEqual({ ratio: 25, rejected: null })
    expect(read('')).toEqual({ ratio: 10, rejected: null })
    expect(read('ratio=')).toEqual({ ratio: 10, rejected: null })
  })

  test('says what can’t be used, cut short', () => {
    expect(read(`ratio=${'9'.repeat(300)}`)).toEqual({ ratio: 10, rejected: '9'.repeat(20) })
  })
})

describe('The slider', () => {
  test('can rest on any ratio that the address names', () => {
    const stops = listRatioStops(10, 7.5)
    expect(stops).toContain(7.5)
    expect(stops.filter((stop) => stop === 10)).toHaveLength(1)
    expect(stops).toEqual([...stops].sort((a, b) => a - b))
  })
})
