import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDuckDb } from '../../open-duckdb.ts'
import type { StoreCatalog } from '../read-catalog.ts'

const tinyFeatureNames = ['alpha', 'beta', 'gamma']

/** A catalogue of three features, for tests that do not depend on the project's own. */
export const tinyCatalog: StoreCatalog = {
  features: tinyFeatureNames.map((name) => ({
    name,
    labelFr: `${name} fr`,
    labelEn: `${name} en`,
    unit: 'ratio',
    theme: 'external_scores',
    themeLabelFr: 'Scores externes',
    themeLabelEn: 'External scores',
    sources: ['application_train.EXT_SOURCE_1'],
    nullMeaningFr: 'Inconnu',
    nullMeaningEn: 'Unknown',
    rangeMin: 0,
    rangeMax: 1,
    actionable: false,
    sensitive: false,
  })),
  modelFeatures: [],
  categories: [
    {
      sourceField: 'contractType',
      category: 'Cash loans',
      code: 1,
      labelFr: 'Prêt personnel',
      labelEn: 'Cash loan',
    },
  ],
}

export interface TinyFeatures {
  dataDir: string
  dataVersion: string
  clients: number
  /** Added to every feature: tells one data set from another. */
  shift?: number
  /** SQL over `built` (client_id, window, target, features) to spoil the features with. */
  spoil?: string
  manifest?: Record<string, unknown>
}

/** Id of the client at a place: with gaps, and of six or seven digits from 90,000 clients on. */
export const tinyClientId = (place: number) => 100_001 + place * 10

/** Writes features.parquet, clients.parquet and features.json as the feature builder would. */
export async function writeTinyFeatures(tiny: TinyFeatures): Promise<void> {
  const { dataDir, dataVersion, clients, shift = 0, spoil = 'select * from built', manifest = {} } = tiny
  await using duck = await openDuckDb()
  const copy = (sql: string, name: string) =>
    duck.connection.run(`copy (${sql}) to '${join(dataDir, name)}' (format parquet)`)
  await duck.connection.run(`create table base as select cast(100001 + range * 10 as bigint) as client_id,
    case when range % 4 = 0 then 'test' else 'train' end as "window",
    cast(case when range % 4 = 0 then null when range % 12 = 1 then 1 else 0 end as integer) as "target",
    range as place from range(${clients})`)
  await duck.connection.run(`create table built as select client_id, "window", "target",
    cast(place + ${shift} as double) as alpha, case when place % 3 = 0 then null else place / 7 + ${shift} end as beta,
    cast(${shift} as double) as gamma from base order by client_id`)
  await copy(spoil, 'features.parquet')
  await copy(
    `select client_id, "window", "target", 20 + place % 50 as age_years, null as employment_years,
      case when place % 5 = 0 then null else cast((place * 7919) % 1000 as double) end as annual_income_amount,
      cast((place * 104729) % 500 as double) as credit_amount, 1.5 as annuity_amount, 2.5 as goods_price_amount,
      case when place % 9 = 0 then 'Revolving loans' else 'Cash loans' end as contract_type,
      case when place % 4 = 3 then null else 'Income ' || (place % 4) end as income_type,
      'Core staff' as occupation_type, 'School' as organization_type, 'Higher education' as education_type,
      'Married' as family_status, null as housing_type, 1 as children_count, 2.0 as family_member_count,
      place % 2 = 0 as owns_car, null as owns_realty, 2 as region_rating,
      0.1 as external_score1, null as external_score2, 0.3 as external_score3
    from base order by client_id`,
    'clients.parquet',
  )
  writeFileSync(
    join(dataDir, 'features.json'),
    JSON.stringify({
      dataVersion,
      origin: 'demo',
      name: 'Tiny',
      rows: clients,
      featureCount: tinyFeatureNames.length,
      windows: {},
      warnings: ['instalments are absent'],
      featuresSqlSha256: 'f'.repeat(64),
      ...manifest,
    }),
  )
}
