import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listClientsInputSchema } from '#core/contracts/list-clients.ts'
import { composeListHref } from './compose-list-href.ts'
import { countFilters, defaultListQuery, type ListQuery, sortKeys, toListInput } from './list-query.ts'
import { parseAmount } from './parse-amount.ts'
import { parseListQuery } from './parse-list-query.ts'

const choices = {
  windows: ['train', 'test', 'été 2026'],
  contracts: ['Cash loans', 'Revolving loans'],
  incomes: ['Working', 'State servant', 'Unemployed & co = ?'],
}
const read = (search: string) => parseListQuery(new URLSearchParams(search), choices)

const names = ['advice', 'class', 'window', 'contract', 'income', 'min', 'max', 'sort', 'page']
const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom('', '-', 'NaN', '1e9', '0x10', '-1', '1'.repeat(400), '__proto__', "' or 1=1 --", '\u0000'),
)
const hostileSearch = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), hostileText), hostileText), {
  maxLength: 20,
})

const anyQuery: fc.Arbitrary<ListQuery> = fc
  .record(
    {
      advice: fc.subarray(['grant', 'review', 'refuse'] as const),
      riskClass: fc.subarray(['A', 'B', 'C', 'D', 'E'] as const),
      window: fc.constantFrom(...choices.windows),
      contract: fc.constantFrom(...choices.contracts),
      income: fc.constantFrom(...choices.incomes),
      amounts: fc.tuple(fc.nat(10_000_000), fc.nat(10_000_000)),
      sort: fc.constantFrom(...sortKeys),
      descending: fc.boolean(),
      page: fc.integer({ min: 1, max: 20_000 }),
    },
    { requiredKeys: ['advice', 'riskClass', 'sort', 'descending', 'page'] },
  )
  .map(({ amounts, ...query }) => ({
    ...query,
    advice: [...query.advice],
    riskClass: [...query.riskClass],
    ...(amounts && { amountMin: Math.min(...amounts), amountMax: Math.max(...amounts) }),
  }))

describe('The portfolio’s address', () => {
  test('can hold anything: it is read without failing into an input that the core accepts', () => {
    fc.assert(
      fc.property(hostileSearch, (pairs) => {
        const { query, problems } = parseListQuery(new URLSearchParams(pairs), choices)
        expect(listClientsInputSchema.safeParse(toListInput(query, 25)).success).toBe(true)
        for (const { found } of problems) expect(Array.from(found).length).toBeLessThanOrEqual(40)
        expect(new Set(problems.map(({ parameter }) => parameter)).size).toBe(problems.length)
      }),
      { numRuns: 500 },
    )
  })

  test('says the whole state: read again, it gives the same', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const search = composeListHref(query).split('?')[1] ?? ''
        expect(read(search)).toEqual({ query, problems: [] })
      }),
    )
  })

  test('is bare for the default state, and empty values of a form count as absent', () => {
    expect(composeListHref(defaultListQuery)).toBe('/clients')
    expect(read('contract=&income=&window=&min=&max=&sort=client&page=')).toEqual({
      query: defaultListQuery,
      problems: [],
    })
  })

  test('reports what it could not use: the parameter, what was found, what was expected', () => {
    expect(read('advice=maybe&class=Z&min=abc&sort=name&page=0').problems).toEqual([
      { parameter: 'min', found: 'abc', expected: 'amount' },
      { parameter: 'advice', found: 'maybe', expected: 'choice' },
      { parameter: 'class', found: 'Z', expected: 'choice' },
      { parameter: 'sort', found: 'name', expected: 'sort' },
      { parameter: 'page', found: '0', expected: 'pageNumber' },
    ])
    expect(read('min=500&max=100').problems).toEqual([{ parameter: 'max', found: '100', expected: 'range' }])
  })

  test('keeps the usable part beside what it could not use', () => {
    const { query } = read('advice=refuse&advice=maybe&min=100000&max=lots')
    expect(query.advice).toEqual(['refuse'])
    expect(query.amountMin).toBe(100000)
    expect(countFilters(query)).toBe(2)
  })
})

describe('The core’s input', () => {
  test('turns the order round for repayment, which rises where default falls', () => {
    const sorted = (search: string) => toListInput(read(search).query, 25)
    expect(sorted('sort=repayment')).toMatchObject({ sort: 'probabilityOfDefault', direction: 'descending' })
    expect(sorted('sort=-repayment')).toMatchObject({ sort: 'probabilityOfDefault', direction: 'ascending' })
    expect(sorted('sort=-credit')).toMatchObject({ sort: 'creditAmount', direction: 'descending' })
  })
})

describe('A typed amount', () => {
  test('may have spaces between thousands and a comma or a point before cents', () => {
    expect(['250000', '250 000', '250\u202f000,50', '1000.5'].map(parseAmount)).toEqual([
      250000, 250000, 250000.5, 1000.5,
    ])
  })

  test('is not guessed from anything else', () => {
    expect(['250,000', '-5', '1e6', '∞', '12€', ''].map(parseAmount)).toEqual(Array(6).fill(undefined))
  })
})
