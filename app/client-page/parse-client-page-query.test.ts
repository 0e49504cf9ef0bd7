import { describe, expect, test } from 'vitest'
import { inventLabels } from '../gallery/invented-clients.ts'
import { composeClientSearch } from './compose-client-search.ts'
import { isWhatIfChange } from './is-what-if-change.ts'
import { parseClientPageQuery } from './parse-client-page-query.ts'
import { toCohort } from './to-cohort.ts'

const parse = (search: string) => parseClientPageQuery(new URLSearchParams(search), inventLabels('fr'))

describe('The client’s address', () => {
  test('says nothing: six reasons, all clients', () => {
    const { query, problems } = parse('')
    expect(query).toEqual({ reasonCount: 6, cohort: 'all', group: {}, features: [] })
    expect(problems).toEqual([])
    expect(toCohort(query)).toEqual({ kind: 'all' })
  })

  test('chooses a group, in figures as people type them', () => {
    const { query } = parse(
      'cohort=group&groupIncome=Pensioner&groupAgeMin=40&groupAmountMax=250 000,50&groupRegion=2',
    )
    expect(toCohort(query)).toEqual({
      kind: 'filter',
      filters: {
        incomeType: 'Pensioner',
        ageYears: { min: 40 },
        creditAmount: { max: 250000.5 },
        regionRating: { min: 2, max: 2 },
      },
    })
  })

  test('may hold nonsense: it is left out, and criteria of the group are reported', () => {
    const { query, problems } = parse(
      'reasons=7&cohort=friends&groupIncome=__proto__&groupRegion=9&groupAgeMin=60&groupAgeMax=40&groupAmountMin=x',
    )
    expect(query).toEqual({ reasonCount: 6, cohort: 'all', group: {}, features: [] })
    expect(problems.map(({ field }) => field)).toEqual([
      'incomeType',
      'regionRating',
      'ageYears',
      'creditAmount',
    ])
  })

  test('names at most eight features, each once', () => {
    const names = Array.from({ length: 12 }, (_, index) => `feature=f${index}&feature=f0`).join('&')
    expect(parse(`${names}&feature=DROP TABLE`).query.features).toEqual(
      Array.from({ length: 8 }, (_, index) => `f${index}`),
    )
  })

  test('keeps what a change of another part does not touch, and drops what is empty', () => {
    expect(composeClientSearch('?reasons=12&groupAgeMin=&cohort=similar', { cohort: null })).toBe(
      '?reasons=12',
    )
    expect(composeClientSearch('?feature=a&feature=b', { feature: ['c', 'd'] })).toBe('?feature=c&feature=d')
    expect(composeClientSearch('?cohort=all', { cohort: null })).toBe('')
  })
})

test('only a change of the what-if alone leaves the rest of the page as it is', () => {
  const at = (search: string) => new URL(`http://localhost/clients/1${search}`)
  expect(isWhatIfChange(at('?cohort=similar'), at('?cohort=similar&creditAmount=5'))).toBe(true)
  expect(isWhatIfChange(at('?creditAmount=5'), at(''))).toBe(true)
  expect(isWhatIfChange(at(''), at('?cohort=similar&creditAmount=5'))).toBe(false)
  expect(isWhatIfChange(at(''), new URL('http://localhost/clients/2?creditAmount=5'))).toBe(false)
})
