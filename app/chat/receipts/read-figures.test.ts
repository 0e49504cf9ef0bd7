import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFigures } from './read-figures.ts'

const read = (text: string, language: 'fr' | 'en' = 'fr') =>
  readFigures(text, language).map(({ text: found, unit, readings: [reading] }) => [
    found,
    unit,
    reading?.quantity,
  ])

describe('Figures of a text', () => {
  test('are percentages, amounts and plain numbers, in French and in English', () => {
    expect(read('La probabilité est de 92,1 %, le crédit de 406 597,50 €.')).toEqual([
      ['92,1 %', 'percent', 92.1],
      ['406 597,50 €', 'money', 406_597.5],
    ])
    expect(read('A probability of 92.1% and a credit of €406,597.50.', 'en')).toEqual([
      ['92.1%', 'percent', 92.1],
      ['€406,597.50', 'money', 406_597.5],
    ])
    expect(read('Parmi 12 480 clients, il est au 62ᵉ percentile ; the 3rd of 5')).toEqual([
      ['12 480', 'none', 12_480],
      ['62ᵉ', 'none', 62],
      ['3rd', 'none', 3],
      ['5', 'none', 5],
    ])
  })

  test('may carry signs, bounds, magnitudes and ranges', () => {
    expect(read('un effet de +0,42 puis −0,1')).toEqual([
      ['+0,42', 'none', 0.42],
      ['−0,1', 'none', -0.1],
    ])
    expect(read('300 k€, 1,2 million d’euros')).toEqual([
      ['300 k€', 'money', 300_000],
      ['1,2 million d’euros', 'money', 1_200_000],
    ])
    expect(read('entre 30–40 ans')).toEqual([
      ['30', 'none', 30],
      ['40', 'none', 40],
    ])
    expect(readFigures('moins de <0,1 %', 'fr')[0]).toMatchObject({ bound: '<', unit: 'percent' })
  })

  test('are also those in words that a unit or a share makes a figure', () => {
    expect(read('douze pour cent')).toEqual([['douze pour cent', 'percent', 12]])
    expect(read('quarante-cinq pour cent')).toEqual([['quarante-cinq pour cent', 'percent', 45]])
    expect(read('quatre-vingt-douze pour cent')).toEqual([['quatre-vingt-douze pour cent', 'percent', 92]])
    expect(read('forty-five percent', 'en')).toEqual([['forty-five percent', 'percent', 45]])
    expect(read('trois cent mille euros')).toEqual([['trois cent mille euros', 'money', 300_000]])
    expect(read('un client sur dix')).toEqual([['un client sur dix', 'percent', 10]])
    expect(read('one in five', 'en')).toEqual([['one in five', 'percent', 20]])
    expect(read('Un client a deux raisons.')).toEqual([])
  })

  test('after a dash that begins an item have no sign', () => {
    expect(read('- 100,0 % des demandes\n– 12 %')).toEqual([
      ['100,0 %', 'percent', 100],
      ['12 %', 'percent', 12],
    ])
  })

  test('are not the numbers of a list, nor those within a word', () => {
    expect(read('1. Le score\n2) Les raisons')).toEqual([])
    expect(read('ext_source_2 et SHA256')).toEqual([])
  })

  test('lie in the text where they say, never overlap, and no text makes reading fail', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.constantFrom('fr', 'en'),
        (text, language) => {
          let end = 0
          for (const figure of readFigures(text, language as 'fr' | 'en')) {
            expect(text.slice(figure.start, figure.end)).toBe(figure.text)
            expect(figure.start).toBeGreaterThanOrEqual(end)
            end = figure.end
          }
        },
      ),
    )
  })

  test('written by the locale’s own format are read back', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e7, noNaN: true }),
        fc.constantFrom('fr', 'en'),
        (quantity, language) => {
          const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
          const written = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(quantity)
          const [figure] = readFigures(written, language as 'fr' | 'en')
          const isRead = figure?.readings.some(
            (reading) => Math.abs(reading.quantity - quantity) <= reading.tolerance * (1 + 1e-6),
          )
          expect(isRead).toBe(true)
        },
      ),
    )
  })
})
