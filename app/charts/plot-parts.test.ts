import { describe, expect, test } from 'vitest'
import { createPlotScale } from './create-plot-scale.ts'
import { listTicks } from './list-ticks.ts'
import { pickRows } from './pick-rows.ts'
import { thinCurve } from './thin-curve.ts'

describe('A scale', () => {
  test('places its ends at 0 and 100 per cent, whatever its kind, and what lies beyond at the ends', () => {
    for (const kind of ['linear', 'root', 'log'] as const) {
      const { place } = createPlotScale({ min: 0.01, max: 0.5, kind })
      expect([0.01, 0.5, 0.9, -3].map(place)).toEqual([0, 100, 100, 0])
    }
  })

  test('spreads small figures by root and by logarithm', () => {
    expect(createPlotScale({ min: 0, max: 1, kind: 'root' }).place(0.25)).toBe(50)
    expect(createPlotScale({ min: 0.01, max: 1, kind: 'log' }).place(0.1)).toBe(50)
  })

  test('of no length puts everything in its middle', () => {
    expect(createPlotScale({ min: 2, max: 2 }).place(2)).toBe(50)
  })
})

describe('Ticks', () => {
  test('are round and lie within the axis', () => {
    expect(listTicks(0, 1)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    expect(listTicks(0.03, 0.31, 3)).toEqual([0.1, 0.2, 0.3])
    expect(listTicks(0, 0.7, 4)).toEqual([0, 0.2, 0.4, 0.6])
    expect(listTicks(-0.021, 0.013, 3)).toEqual([-0.02, 0])
  })

  test('of an axis without length are its one figure', () => {
    expect(listTicks(3, 3)).toEqual([3])
  })
})

describe('A long curve', () => {
  const curve = Array.from({ length: 1001 }, (_, index) => ({ x: index / 1000, y: (index / 1000) ** 0.5 }))

  test('has a table of its ends and a few rows between', () => {
    const rows = pickRows(curve, ({ x }) => x, 11)
    expect(rows.map(({ x }) => x)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
    expect(pickRows([], Number)).toEqual([])
  })

  test('is drawn with the points that can be told apart, the ends among them', () => {
    const thinned = thinCurve(curve, ({ x, y }) => [x, y], 0.01)
    expect(thinned.length).toBeLessThan(180)
    expect(thinned[0]).toEqual(curve[0])
    expect(thinned.at(-1)).toEqual(curve.at(-1))
  })
})
