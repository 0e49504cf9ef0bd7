import { describe, expect, test } from 'vitest'
import { createFormatters } from './create-formatters.ts'
import { formatDuration } from './format-duration.ts'

const french = createFormatters({ language: 'fr', currency: 'EUR', timeZone: 'Europe/Paris' })
const english = createFormatters({ language: 'en', currency: 'EUR', timeZone: 'Europe/Paris' })
const thin = '\u202f'

describe('Figures by language', () => {
  test('a probability has one decimal and the language’s sign', () => {
    expect(french.probability(0.8642)).toBe(`86,4${thin}%`)
    expect(english.probability(0.8642)).toBe('86.4%')
  })

  test('a probability is never rounded to a certainty', () => {
    expect(french.probability(0.99996)).toBe(`>${thin}99,9${thin}%`)
    expect(english.probability(0.00004)).toBe(`<${thin}0.1%`)
    expect(english.probability(1)).toBe('100.0%')
    expect(english.probability(0)).toBe('0.0%')
  })

  test('money is whole, in the configured currency', () => {
    expect(french.money(406600.4)).toBe(`406${thin}600\u00a0€`)
    expect(english.money(406600.4)).toBe('€406,600')
    const rupees = createFormatters({ language: 'en', currency: 'INR', timeZone: 'UTC' })
    expect(rupees.money(90000)).toBe('₹90,000')
  })

  test('integers, decimals and points follow the language', () => {
    expect(french.integer(20000)).toBe(`20${thin}000`)
    expect(french.decimal(0.138, 2)).toBe('0,14')
    expect(english.points(-4.52)).toBe('4.5')
  })

  test('a client’s number is grouped alike in both languages: it is a name', () => {
    expect(french.clientId(104218)).toBe(`104${thin}218`)
    expect(english.clientId(104218)).toBe(`104${thin}218`)
  })

  test('a moment is shown in the configured time zone', () => {
    expect(french.moment('2026-11-24T23:30:00Z')).toBe('25 novembre 2026 à 00:30')
    expect(english.moment('2026-11-24T23:30:00Z')).toBe('25 November 2026 at 00:30')
  })

  test('ranks are ordinals', () => {
    expect([1, 2, 7].map(french.ordinal)).toEqual(['1ᵉʳ', '2ᵉ', '7ᵉ'])
    expect([1, 2, 3, 11, 22].map(english.ordinal)).toEqual(['1st', '2nd', '3rd', '11th', '22nd'])
  })
})

describe('A length of time', () => {
  test('is said in whole years and months', () => {
    expect(formatDuration('fr', 1.78)).toBe('1 an 9 mois')
    expect(formatDuration('fr', 3)).toBe('3 ans')
    expect(formatDuration('en', 0.5)).toBe('6 months')
    expect(formatDuration('en', 0.01)).toBe('less than a month')
  })
})
