import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveReturnPath } from './resolve-return-path.ts'

test('a form leads back to the page that it stood on, with its filters', () => {
  expect(resolveReturnPath('/clients?advice=refuse&page=2')).toBe('/clients?advice=refuse&page=2')
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '\t//evil.example',
  '/\t/evil.example',
  null,
])('a form never leads to another site (%j)', (submitted) => {
  expect(resolveReturnPath(submitted)).toBe('/')
})

test('whatever is submitted, the browser stays on this origin', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), (submitted) => {
      for (const path of [resolveReturnPath(submitted), resolveReturnPath(`/${submitted}`)]) {
        expect(new URL(path, 'https://app.example').origin).toBe('https://app.example')
      }
    }),
    { numRuns: 500 },
  )
})
