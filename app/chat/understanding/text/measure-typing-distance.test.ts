import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measureTypingDistance } from './measure-typing-distance.ts'

/** The definition, word for word. */
function measureByDefinition(written: string, meant: string): number {
  if (written === '' || meant === '') return written.length + meant.length
  const [one, other] = [written.slice(0, -1), meant.slice(0, -1)]
  const choices = [
    measureByDefinition(one, meant) + 1,
    measureByDefinition(written, other) + 1,
    measureByDefinition(one, other) + (written.at(-1) === meant.at(-1) ? 0 : 1),
  ]
  if (
    written.length > 1 &&
    meant.length > 1 &&
    written.at(-1) === meant.at(-2) &&
    written.at(-2) === meant.at(-1)
  ) {
    choices.push(measureByDefinition(written.slice(0, -2), meant.slice(0, -2)) + 1)
  }
  return Math.min(...choices)
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 })

test('The distance is that of its definition, and beyond the limit only known to be beyond', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 5 }), (written, meant, most) => {
      const distance = measureByDefinition(written, meant)
      const measured = measureTypingDistance(written, meant, most)
      if (distance <= most) expect(measured).toBe(distance)
      else expect(measured).toBeGreaterThan(most)
    }),
  )
})

test('Two swapped letters are one slip', () => {
  expect(measureTypingDistance('scroe', 'score', 2)).toBe(1)
})
