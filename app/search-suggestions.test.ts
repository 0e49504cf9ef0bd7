import { expect, test } from 'vitest'
import { parseClientDigits } from './search-suggestions.ts'

test('a client’s number may be typed or pasted with spaces between thousands', () => {
  expect(['104218', '104 218', '104\u202f218', ' 104\u00a0'].map(parseClientDigits)).toEqual([
    '104218',
    '104218',
    '104218',
    '104',
  ])
})

test('anything but digits is no client’s number', () => {
  expect(['', 'abc', '10-4', '١٠٤', '1'.repeat(16)].map(parseClientDigits)).toEqual(Array(5).fill(null))
})
