import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cohort } from '#core/contracts/compare-cohort.ts'
import type { ClientChanges } from '#core/contracts/simulate-client.ts'
import { composeClientSearch } from '../../client-page/compose-client-search.ts'
import { parseClientPageQuery } from '../../client-page/parse-client-page-query.ts'
import { toCohort } from '../../client-page/to-cohort.ts'
import { inventedProfile, inventLabels } from '../../gallery/invented-clients.ts'
import { parseWhatIf } from '../../what-if/parse-what-if.ts'
import { toClientChanges } from '../../what-if/to-client-changes.ts'
import { readPresentRequest } from '../../what-if/what-if-request.ts'
import { toPanelPlace } from './to-panel-place.ts'

const { clientId } = inventedProfile
const place = (tool: string, input: Record<string, unknown> = {}, path = '') =>
  toPanelPlace({ tool, input: { clientId, ...input } }, inventedProfile, path)

function findSearch(tool: string, input: Record<string, unknown>): string | null {
  const found = place(tool, input)
  if (found?.kind !== 'panel' || !found.changes) return null
  return composeClientSearch('?groupAgeMin=20&cohort=group&feature=x&creditAmount=1', found.changes)
}

function compareAsPage(cohort: Cohort, features?: string[]) {
  const search = findSearch('compareCohort', { cohort, ...(features && { features }) })
  if (search === null) return null
  const { query, problems } = parseClientPageQuery(new URLSearchParams(search), inventLabels('fr'))
  expect(problems).toEqual([])
  return { cohort: toCohort(query), features: query.features }
}

describe('A comparison', () => {
  test('is shown by the panel with the very group that the tool was asked for', () => {
    const range = fc
      .tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 900 }))
      .map(([min, width]) => ({ min, max: min + width }))
    const filters = fc
      .record(
        {
          incomeType: fc.constantFrom('Working', 'Pensioner'),
          familyStatus: fc.constantFrom('Married', 'Single'),
          ageYears: range,
          annualIncomeAmount: range,
          regionRating: fc.integer({ min: 1, max: 3 }).map((rating) => ({ min: rating, max: rating })),
        },
        { requiredKeys: [] },
      )
      .filter((chosen) => Object.keys(chosen).length > 0)
    fc.assert(
      fc.property(filters, (chosen) => {
        const cohort: Cohort = { kind: 'filter', filters: chosen }
        expect(compareAsPage(cohort)).toEqual({ cohort, features: [] })
      }),
    )
  })

  test('with everyone or with similar clients takes the former group and features back', () => {
    expect(compareAsPage({ kind: 'all' })).toEqual({ cohort: { kind: 'all' }, features: [] })
    expect(compareAsPage({ kind: 'similar' }, ['age_years'])).toEqual({
      cohort: { kind: 'similar', size: 500 },
      features: ['age_years'],
    })
  })

  test.each<Cohort>([
    { kind: 'similar', size: 50 },
    { kind: 'filter', filters: { ownsCar: true } },
    { kind: 'filter', filters: { incomeType: ['Working', 'Pensioner'] } },
    { kind: 'filter', filters: { regionRating: { min: 2 } } },
  ])('that the page has no criterion for leaves the panel as it is: %j', (cohort) => {
    expect(place('compareCohort', { cohort })).toEqual({ kind: 'panel', panel: 'comparison', changes: null })
  })
})

describe('A simulation', () => {
  const present = readPresentRequest(inventedProfile)
  const simulateAsPage = (changes: ClientChanges) => {
    const search = new URLSearchParams(findSearch('simulateClient', { changes }) ?? '')
    return toClientChanges(parseWhatIf(search, present), inventedProfile)
  }

  test.each<ClientChanges>([
    { creditAmount: 300_000 },
    { creditAmount: 300_000, annuityAmount: 15_000 },
    { creditAmount: 300_000, termMonths: 30 },
    { termMonths: 36 },
    { annuityAmount: 15_000 },
    { annualIncomeAmount: 250_000, goodsPriceAmount: 200_000 },
    { contractType: 'Revolving loans' },
  ])('sets the sliders so that they score the same: %j', (changes) => {
    expect(simulateAsPage(changes)).toEqual(changes)
  })
})

describe('A value', () => {
  test.each([
    ['scoreClient', '/probabilityOfRepayment', 'decision'],
    ['explainClient', '/reasons/0/contributionLogOdds', 'reasons'],
    ['explainClient', '/themes/2/mark', 'themes'],
    ['explainClient', '/probabilityOfDefault', 'decision'],
    ['simulateClient', '/after/probabilityOfRepayment', 'what-if'],
    ['suggestChanges', '/suggestions/0/after/probabilityOfRepayment', 'suggestions'],
  ])('of %s at %s is shown by the panel “%s”', (tool, path, panel) => {
    expect(place(tool, {}, path)).toMatchObject({ kind: 'panel', panel })
  })

  test('asks for more reasons where the page shows fewer', () => {
    expect(place('explainClient', { maxReasons: 10 })).toMatchObject({ changes: { reasons: 12 } })
    expect(place('explainClient', { maxReasons: 3 })).toMatchObject({ changes: {} })
  })

  test('of another client, of the model or of the drift stands on another page, and what no page shows nowhere', () => {
    expect(place('scoreClient', { clientId: 7 })).toEqual({ kind: 'page', href: '/clients/7#decision' })
    expect(place('readResource', { uri: `client://${clientId}/profile` })).toMatchObject({ panel: 'profile' })
    expect(place('readResource', { uri: 'model://evaluation' })).toEqual({ kind: 'page', href: '/model' })
    expect(place('driftReport', { onlyDrifted: true })).toEqual({ kind: 'page', href: '/drift?drifted=1' })
    expect(place('searchClients', { query: '10 4' })).toEqual({
      kind: 'page',
      href: '/clients/find?q=10%204',
    })
    expect(place('readResource', { uri: 'features://catalog' })).toBeNull()
    expect(place('unknownTool')).toBeNull()
  })
})
