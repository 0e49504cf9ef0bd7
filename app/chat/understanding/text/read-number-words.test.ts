import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumberWords } from './read-number-words.ts'
import type { NumberToken } from './token.ts'
import { tokenise } from './tokenise.ts'

function readNumbers(text: string): NumberToken[] {
  return readNumberWords(tokenise(text)).filter((token): token is NumberToken => token.kind === 'number')
}

const frenchUnits =
  'zéro,un,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze,treize,quatorze,quinze,seize,dix-sept,dix-huit,dix-neuf'.split(
    ',',
  )
const frenchTens = ',,vingt,trente,quarante,cinquante,soixante,,quatre-vingt'.split(',')

function writeFrench(value: number): string {
  if (value >= 1000) {
    const thousands = Math.floor(value / 1000)
    const rest = value % 1000
    return [thousands === 1 ? 'mille' : `${writeFrench(thousands)} mille`, rest > 0 ? writeFrench(rest) : '']
      .join(' ')
      .trim()
  }
  if (value >= 100) {
    const hundreds = Math.floor(value / 100)
    const rest = value % 100
    return [hundreds === 1 ? 'cent' : `${frenchUnits[hundreds]} cent`, rest > 0 ? writeFrench(rest) : '']
      .join(' ')
      .trim()
  }
  if (value < 20) return frenchUnits[value] as string
  const base = value >= 80 ? 80 : value >= 60 ? 60 : Math.floor(value / 10) * 10
  const rest = value - base
  const tens = frenchTens[base / 10] as string
  if (rest === 0) return tens
  const joint = base < 80 && (rest === 1 || rest === 11) ? ' et ' : '-'
  return `${tens}${joint}${frenchUnits[rest]}`
}

const englishUnits =
  'zero,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve,thirteen,fourteen,fifteen,sixteen,seventeen,eighteen,nineteen'.split(
    ',',
  )
const englishTens = ',,twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety'.split(',')

function writeEnglish(value: number): string {
  if (value >= 1000) {
    const rest = value % 1000
    return `${writeEnglish(Math.floor(value / 1000))} thousand${rest > 0 ? ` ${writeEnglish(rest)}` : ''}`
  }
  if (value >= 100) {
    const rest = value % 100
    return `${englishUnits[Math.floor(value / 100)]} hundred${rest > 0 ? ` and ${writeEnglish(rest)}` : ''}`
  }
  if (value < 20) return englishUnits[value] as string
  const rest = value % 10
  return `${englishTens[Math.floor(value / 10)]}${rest > 0 ? `-${englishUnits[rest]}` : ''}`
}

const count = fc.integer({ min: 2, max: 999_999 })

test('A number written in words is read back, in French and in English', () => {
  fc.assert(
    fc.property(count, (value) => {
      expect(readNumbers(writeFrench(value)).map((token) => token.value)).toEqual([value])
      expect(readNumbers(writeEnglish(value)).map((token) => token.value)).toEqual([value])
    }),
  )
})

test('A number written in digits is read back, as each language groups them', () => {
  fc.assert(
    fc.property(count, (value) => {
      for (const language of ['fr', 'en'] as const) {
        const written = new Intl.NumberFormat(language).format(value)
        expect(readNumbers(`un crédit de ${written} €`).at(-1)).toMatchObject({ value, isAmount: true })
      }
    }),
  )
})

test.each([
  ['300k', 300_000],
  ['300 mille', 300_000],
  ['1,5 million', 1_500_000],
  ['cent mille euros', 100_000],
  ['a hundred thousand', 100_000],
  ['une centaine de clients', 100],
])('« %s » is %d', (text, value) => {
  expect(readNumbers(text)[0]?.value).toBe(value)
})

test.each([
  ['20 %', 0.2],
  ['vingt pour cent', 0.2],
  ['twenty percent', 0.2],
  ['un cinquième', 0.2],
  ['d’un quart', 0.25],
  ['deux tiers', 2 / 3],
  ['a third', 1 / 3],
  ['de moitié', 0.5],
  ['3/4', 0.75],
  ['2,5 %', 0.025],
])('« %s » is the share %d', (text, value) => {
  const [token] = readNumbers(text)
  expect(token?.isShare).toBe(true)
  expect(token?.value).toBeCloseTo(value, 12)
})

test('Two numbers with "et" or "à" between them stay two', () => {
  expect(readNumbers('entre trente et quarante ans').map(({ value }) => value)).toEqual([30, 40])
  expect(readNumbers('de 30 à 40 ans').map(({ value }) => value)).toEqual([30, 40])
  expect(readNumbers('between 20 and thirty').map(({ value }) => value)).toEqual([20, 30])
})
