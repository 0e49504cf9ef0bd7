import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseText } from './normalise-text.ts'

test('Case, accents, ligatures and typographic marks make no difference', () => {
  expect(normaliseText('  L’ÂGE du «Cœur» – 20 % ')).toBe('l\'age du "coeur" - 20 %')
})

test('Normalising a second time changes nothing, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normaliseText(text)
      expect(normaliseText(once)).toBe(once)
    }),
  )
})
