import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listPages } from './list-pages.ts'

test('shows the first, the last and the neighbours of the current page', () => {
  expect(listPages(8, 800)).toEqual([1, 'gap', 7, 8, 9, 'gap', 800])
  expect(listPages(1, 1)).toEqual([1])
  expect(listPages(1, 3)).toEqual([1, 2, 3])
})

test('never hides a single page behind a gap', () => {
  expect(listPages(4, 6)).toEqual([1, 2, 3, 4, 5, 6])
})

test('rises, holds the current page, and has a gap wherever pages are left out', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (one, other) => {
      const [current, count] = [Math.min(one, other), Math.max(one, other)]
      const marks = listPages(current, count)
      expect(marks).toContain(current)
      expect(marks[0]).toBe(1)
      expect(marks.at(-1)).toBe(count)
      marks.forEach((mark, index) => {
        const next = marks[index + 1]
        if (typeof mark === 'number' && typeof next === 'number') expect(next).toBe(mark + 1)
      })
    }),
  )
})
