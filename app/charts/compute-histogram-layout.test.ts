import { describe, expect, test } from 'vitest'
import { computeHistogramLayout } from './compute-histogram-layout.ts'

const histogram = { edges: [0, 10, 20, 30, 1000], counts: [5, 20, 10, 1] }

describe('A histogram', () => {
  test('gives every bin the same width, the far outer one too', () => {
    const { bars } = computeHistogramLayout(histogram, 12, 18)
    expect(bars.map(({ width }) => width)).toEqual([25, 25, 25, 25])
    expect(bars.map(({ height }) => height)).toEqual([25, 100, 50, 5])
  })

  test('marks the client at their share of their bin', () => {
    const { client, median, bars } = computeHistogramLayout(histogram, 12, 18)
    expect(client).toBe(30)
    expect(median).toBe(45)
    expect(bars.map(({ isClients }) => isClients)).toEqual([false, true, false, false])
  })

  test('keeps a client beyond the cohort’s values in the outermost bin', () => {
    expect(computeHistogramLayout(histogram, 5000, null).client).toBe(100)
    expect(computeHistogramLayout(histogram, -3, null).client).toBe(0)
    expect(computeHistogramLayout(histogram, 1000, null).bars[3]?.isClients).toBe(true)
  })

  test('puts a value with a bin of its own in the middle', () => {
    const single = { edges: [0.5, 1.5, 2.5], counts: [3, 1], values: [1, 2] }
    expect(computeHistogramLayout(single, 2, 1)).toMatchObject({ client: 75, median: 25 })
  })

  test('has no mark for a client whose value is unknown, nor bars where nobody’s is known', () => {
    expect(computeHistogramLayout(histogram, null, 18).client).toBe(null)
    expect(computeHistogramLayout({ edges: [], counts: [] }, 12, null)).toEqual({
      bars: [],
      client: null,
      median: null,
    })
  })
})
