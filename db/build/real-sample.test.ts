import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCatalog } from '#db/features/load-catalog.ts'
import { type DuckDb, openDuckDb } from '#db/open-duckdb.ts'
import { importTables } from '#db/raw/import/import-tables.ts'
import { buildFeatures, type FeaturesSummary } from './build-features.ts'

const shared = join(import.meta.dirname, '../../../shared/home-credit')
const sample = join(shared, 'home-credit-sample.zip')
const instalments = join(shared, 'home-credit-instalments.zip')
const { features } = loadCatalog()

/** Shares of known values outside the catalog's range, of the features where it is over 1 %. */
async function findImplausible(duckDb: DuckDb): Promise<string[]> {
  const shares = features.map(
    ({
      name,
      range: [low, high],
    }) => `avg(case when ${name} not between ${low} and ${high} then 1.0 else 0.0 end)
      filter (${name} is not null) as ${name}`,
  )
  const [row = {}] = await duckDb.rows<Record<string, number | null>>(
    `select ${shares.join(', ')} from features`,
  )
  return Object.entries(row).flatMap(([name, share]) => ((share ?? 0) > 0.01 ? [`${name} ${share}`] : []))
}

async function buildFrom(
  path: string,
  dataDir: string,
): Promise<{ summary: FeaturesSummary; duckDb: DuckDb }> {
  await importTables({ path, dataDir })
  const summary = await buildFeatures({ dataDir })
  const duckDb = await openDuckDb()
  await duckDb.connection.run(
    `create view features as select * from read_parquet('${join(dataDir, 'features.parquet')}')`,
  )
  return { summary, duckDb }
}

describe.skipIf(!existsSync(sample))('features of the real sample', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'real-sample-'))
  let built: Awaited<ReturnType<typeof buildFrom>>
  beforeAll(async () => {
    built = await buildFrom(sample, dataDir)
  })
  afterAll(() => {
    built?.duckDb.close()
    rmSync(dataDir, { recursive: true })
  })

  it('hold its 10,000 clients, 386 of 5,000 train clients in default, and no category without a code', async () => {
    const [row] = await built.duckDb.rows(
      'select sum(target)::int as defaults, count(target)::int as known from features',
    )
    expect(row).toEqual({ defaults: 386, known: 5000 })
    expect(built.summary.windows).toEqual({ train: 5000, test: 5000 })
    expect(built.summary.warnings.join('\n')).not.toContain('category_codes.csv')
  })

  it('lie within the catalog’s ranges', async () => {
    expect(await findImplausible(built.duckDb)).toEqual([])
  })

  it('have the competition’s well-known means and missing shares', async () => {
    const [row] = await built.duckDb.rows<Record<string, number>>(`
      select avg(external_score2) as score2, avg(age_years) as age, avg(credit_to_annuity_ratio) as term,
        count(employment_years) / count(*) as employed, count(external_score1) / count(*) as score1_known,
        count(bureau_credit_count) / count(*) as in_bureau, corr(target, external_score_mean) as score_and_default
      from features`)
    expect(row?.score2).toBeCloseTo(0.515, 1)
    expect(row?.age).toBeGreaterThan(42)
    expect(row?.age).toBeLessThan(46)
    expect(row?.term).toBeGreaterThan(18)
    expect(row?.term).toBeLessThan(24)
    expect(row?.employed).toBeCloseTo(0.82, 1)
    expect(row?.score1_known).toBeCloseTo(0.5, 0)
    expect(row?.in_bureau).toBeCloseTo(0.86, 1)
    expect(row?.score_and_default).toBeLessThan(-0.15)
  })

  it('are missing for everyone where the table is empty, as instalments are here', async () => {
    const names = features.map(({ name }) => name).filter((name) => name.startsWith('instalment_'))
    const [row = {}] = await built.duckDb.rows<Record<string, number>>(
      `select ${names.map((name) => `count(${name})::int as ${name}`).join(', ')} from features`,
    )
    expect(Object.values(row).every((known) => known === 0)).toBe(true)
    expect(built.summary.warnings.join('\n')).toContain('installments_payments')
  })
})

describe.skipIf(!existsSync(instalments))('features of the real instalments', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'real-instalments-'))
  let built: Awaited<ReturnType<typeof buildFrom>>
  beforeAll(async () => {
    built = await buildFrom(instalments, dataDir)
  })
  afterAll(() => {
    built?.duckDb.close()
    rmSync(dataDir, { recursive: true })
  })

  it('know 688 of 719 clients’ instalments, about a tenth of them late, within the catalog’s ranges', async () => {
    const [row] = await built.duckDb.rows<Record<string, number>>(
      'select count(instalment_count)::int as clients, avg(instalment_late_share) as late from features',
    )
    expect(row?.clients).toBe(688)
    expect(row?.late).toBeCloseTo(0.1, 1)
    expect(await findImplausible(built.duckDb)).toEqual([])
  })
})
