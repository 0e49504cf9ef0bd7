import { describe, expect, test } from 'vitest'
import { inventDrift } from '../gallery/invent-drift.ts'
import { arrangeColumns, measureStrength } from './arrange-columns.ts'
import { parseDriftQuery } from './parse-drift-query.ts'

const read = (search: string) => parseDriftQuery(new URLSearchParams(search))
const { columns } = inventDrift('fr').report
const arrange = (search: string) => arrangeColumns(columns, read(search), 'fr')

describe('The address of the drift page', () => {
  test('says nothing by default', () => {
    expect(read('')).toEqual({
      onlyDrifted: false,
      search: '',
      sort: 'rank',
      descending: false,
      open: [],
      isWhole: false,
    })
  })

  test('names window, filters, order and what is open', () => {
    expect(
      read('window=2026-10&drifted=1&column=%20score%20&sort=-importance&open=a_b&open=c&columns=all'),
    ).toEqual({
      window: '2026-10',
      onlyDrifted: true,
      search: 'score',
      sort: 'importance',
      descending: true,
      open: ['a_b', 'c'],
      isWhole: true,
    })
  })

  test('never opens more than twelve columns', () => {
    expect(read(Array.from({ length: 20 }, (_, index) => `open=x${index}`).join('&')).open).toHaveLength(12)
  })

  test('is read whatever stands in it', () => {
    const query = read(`sort=;drop&open=<script>&open=&window=${'w'.repeat(300)}&column=${'é'.repeat(200)}`)
    expect(query).toMatchObject({ sort: 'rank', open: [] })
    expect(query.window).toBeUndefined()
    expect(query.search).toHaveLength(60)
  })
})

describe('The columns listed', () => {
  test('come by drift × importance, each with its place', () => {
    expect(arrange('').map(({ rank }) => rank)).toEqual(columns.map((_, index) => index + 1))
  })

  test('are those that drifted, in value or in missingness, when only they are wanted', () => {
    const listed = arrange('drifted=1')
    expect(listed.length).toBeGreaterThan(0)
    expect(listed.length).toBeLessThan(columns.length)
    expect(listed.every(({ drifted, missingnessDrifted }) => drifted || missingnessDrifted)).toBe(true)
  })

  test('are found by label without accents or by name', () => {
    expect(arrange('column=anciennete').map(({ feature }) => feature)).toEqual(['employment_years'])
    expect(arrange('column=EXTERNAL_SCORE2').map(({ feature }) => feature)).toEqual(['external_score2'])
  })

  test('turn round with the order', () => {
    const features = (search: string) => arrange(search).map(({ feature }) => feature)
    expect(features('sort=-label')).toEqual(features('sort=label').reverse())
    const importance = arrange('sort=-importance').map((column) => column.importance)
    expect(importance).toEqual([...importance].sort((a, b) => b - a))
  })
})

describe('The strength of a drift', () => {
  const column = columns[0] as (typeof columns)[number]
  const measure = (test: 'ks' | 'wasserstein', statistic: number, threshold: number) =>
    measureStrength({ ...column, test, statistic, threshold })

  test('is one at the threshold, for distances and for p-values', () => {
    expect(measure('wasserstein', 0.1, 0.1)).toBe(1)
    expect(measure('ks', 0.05, 0.05)).toBe(1)
  })

  test('grows with a distance and with the smallness of a p-value', () => {
    expect(measure('wasserstein', 0.3, 0.1)).toBeCloseTo(3)
    expect(measure('ks', 0.05 ** 3, 0.05)).toBeCloseTo(3)
    expect(measure('ks', 0, 0.05)).toBeLessThan(1000)
  })

  test('of a column that can’t be tested comes last', () => {
    expect(measureStrength({ ...column, test: null, statistic: null, threshold: null })).toBe(-1)
  })
})
