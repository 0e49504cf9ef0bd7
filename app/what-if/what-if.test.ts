import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inventedProfile, silentProfile } from '../gallery/invented-clients.ts'
import { composeWhatIfParameters } from './compose-what-if-parameters.ts'
import { computeAnnuity } from './compute-annuity.ts'
import { computeSliderBounds, placeOnSlider, readSlider } from './compute-slider-bounds.ts'
import { fromClientChanges } from './from-client-changes.ts'
import { parseWhatIf } from './parse-what-if.ts'
import { toClientChanges } from './to-client-changes.ts'
import { readPresentRequest, sliderFields } from './what-if-request.ts'

const present = readPresentRequest(inventedProfile)
const parse = (search: string) => parseWhatIf(new URLSearchParams(search), present)

describe('Another request', () => {
  test('that changes nothing asks for no score', () => {
    expect(toClientChanges(parse(''), inventedProfile)).toBe(null)
    expect(toClientChanges(parse('creditAmount=406598&termMonths=20'), inventedProfile)).toBe(null)
    expect(toClientChanges(parse('creditAmount=abc&termMonths=-3'), inventedProfile)).toBe(null)
  })

  test('for another amount keeps the term: the annuity follows in proportion', () => {
    expect(toClientChanges(parse('creditAmount=200 000'), inventedProfile)).toEqual({
      creditAmount: 200000,
      annuityAmount: 20580 * (200000 / 406597.5),
    })
  })

  test('for another term lets the core set the annuity', () => {
    expect(toClientChanges(parse('creditAmount=200000&termMonths=36'), inventedProfile)).toEqual({
      creditAmount: 200000,
      termMonths: 36,
    })
    expect(parse('annuityAmount=10165')).toMatchObject({ annuityAmount: 10165, termMonths: 40 })
  })

  test('leaves alone what the application does not say', () => {
    const silent = readPresentRequest(silentProfile)
    const asked = new URLSearchParams('annualIncomeAmount=1&termMonths=9&contractType=x&goodsPriceAmount=7')
    expect(parseWhatIf(asked, silent)).toEqual(silent)
    expect(toClientChanges({ ...silent, creditAmount: 9 }, silentProfile)).toEqual({ creditAmount: 9 })
  })

  test('comes back from its own address', () => {
    const figure = fc.integer({ min: 1, max: 900_000 })
    const contract = fc.constantFrom('Cash loans', 'Revolving loans')
    fc.assert(
      fc.property(fc.tuple(figure, figure, figure, figure, contract), ([a, b, c, d, contractType]) => {
        const request = {
          creditAmount: a,
          termMonths: b,
          goodsPriceAmount: c,
          annualIncomeAmount: d,
          annuityAmount: null,
          contractType,
        }
        const filled = Object.entries(composeWhatIfParameters(request, present)).filter(
          ([, text]) => text !== null,
        )
        const search = new URLSearchParams(filled.map(([name, text]) => [name, String(text)]))
        expect(parseWhatIf(search, present)).toEqual(request)
      }),
    )
  })

  test('that a suggestion names is scored to the very annuity', () => {
    const changes = { creditAmount: 331000, annuityAmount: 16754, goodsPriceAmount: 285740 }
    const request = fromClientChanges(changes, present)
    expect(request).toMatchObject({ creditAmount: 331000, termMonths: 20, annuityAmount: 16754 })
    expect(toClientChanges(request, inventedProfile)).toEqual(changes)
    expect(computeAnnuity(request, inventedProfile)).toBe(16754)
    const address = Object.entries(composeWhatIfParameters(request, present)).filter(
      ([, text]) => text !== null,
    )
    expect(
      parse(new URLSearchParams(address.map(([name, text]) => [name, String(text)])).toString()),
    ).toEqual(request)
  })
})

describe('A slider', () => {
  const anyField = fc.constantFrom(...sliderFields)
  const anyFigure = fc.integer({ min: 1, max: 4_000_000 })

  test('holds what it shows and the present value, on steps that it can reach', () => {
    fc.assert(
      fc.property(anyField, anyFigure, anyFigure, (field, now, shown) => {
        const bounds = computeSliderBounds(field, now, shown)
        for (const figure of [now, shown]) {
          const position = placeOnSlider(figure, bounds)
          expect(position).toBeGreaterThanOrEqual(bounds.min)
          expect(position).toBeLessThanOrEqual(bounds.max)
          expect((position - bounds.min) % bounds.step).toBe(0)
          expect(Math.abs(position - figure)).toBeLessThanOrEqual(bounds.step)
        }
        expect(bounds.max).toBeGreaterThan(bounds.min)
      }),
    )
  })

  test('gives the present value itself at its own position, not the nearest round figure', () => {
    const bounds = computeSliderBounds('creditAmount', 406598, 406598)
    expect(readSlider(placeOnSlider(406598, bounds), 406598, bounds)).toBe(406598)
    expect(readSlider(bounds.min, 406598, bounds)).toBe(bounds.min)
  })
})
