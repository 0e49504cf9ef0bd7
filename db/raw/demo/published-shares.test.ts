import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DuckDb, openDuckDb } from '#db/open-duckdb.ts'
import { factoriseCorrelation } from './correlated-normals-sql.ts'
import { generateDemo } from './generate-demo.ts'
import { loadAggregates } from './load-aggregates.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'published-shares-'))
let duckDb: DuckDb

beforeAll(async () => {
  await generateDemo({ dataDir, clients: 2000, seed: 3, threads: 2 })
  duckDb = await openDuckDb()
})
afterAll(() => {
  duckDb?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function missingShare(table: string, column: string): Promise<number> {
  const [row] = await duckDb.rows<{ share: number }>(
    `select avg((${column} is null)::integer) as share from read_parquet('${join(dataDir, 'raw', table)}.parquet')`,
  )
  return row?.share ?? Number.NaN
}

describe('missing shares of the demo', () => {
  // As published with the competition's full tables.
  it.each([
    ['application_train', 'EXT_SOURCE_1', 0.564],
    ['application_train', 'EXT_SOURCE_3', 0.198],
    ['application_train', 'OWN_CAR_AGE', 0.66],
    ['application_train', 'OCCUPATION_TYPE', 0.313],
    ['application_train', 'COMMONAREA_AVG', 0.699],
    ['application_train', 'APARTMENTS_MODE', 0.507],
    ['application_train', 'AMT_REQ_CREDIT_BUREAU_YEAR', 0.135],
    ['bureau', 'DAYS_ENDDATE_FACT', 0.369],
    ['bureau', 'AMT_CREDIT_MAX_OVERDUE', 0.655],
    ['bureau', 'AMT_ANNUITY', 0.715],
    ['bureau', 'AMT_CREDIT_SUM_DEBT', 0.15],
    ['previous_application', 'RATE_INTEREST_PRIMARY', 0.996],
    ['previous_application', 'AMT_DOWN_PAYMENT', 0.536],
    ['previous_application', 'AMT_ANNUITY', 0.223],
    ['previous_application', 'DAYS_TERMINATION', 0.403],
    ['credit_card_balance', 'AMT_DRAWINGS_ATM_CURRENT', 0.195],
  ])('%s.%s is near the published one', async (table, column, published) => {
    expect(Math.abs((await missingShare(table, column)) - published)).toBeLessThan(0.045)
  })
})

describe('the published aggregates', () => {
  const { correlation, quantiles, choices } = loadAggregates()

  it('hold a correlation matrix that factorises back into itself', () => {
    const factor = factoriseCorrelation(correlation.lower)
    for (const [row, lower] of correlation.lower.entries()) {
      for (const [column, published] of lower.entries()) {
        const product = factor[row]!.reduce((sum, loading, k) => sum + loading * (factor[column]![k] ?? 0), 0)
        expect(product).toBeCloseTo(published, 9)
      }
    }
  })

  it('hold quantiles that rise and shares that sum to one', () => {
    for (const group of Object.values(quantiles).flat()) {
      expect(group).toHaveLength(101)
      expect(group.every((quantile, index) => index === 0 || quantile >= group[index - 1]!)).toBe(true)
    }
    for (const { groups } of Object.values(choices)) {
      for (const options of Object.values(groups)) {
        expect(options.reduce((sum, [share]) => sum + share, 0)).toBeCloseTo(1, 1)
      }
    }
  })
})
