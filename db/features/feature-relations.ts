import { readFileSync } from 'node:fs'
import { rawTableNames } from '#db/raw/raw-schema.ts'

export interface FeatureRelation {
  name: string
  /** Path from db/features/. */
  file: string
  /** A view is read through; a file is written once to Parquet, because it is read again or costs a large sort. */
  kept: 'view' | 'file'
}

const view = (folder: string, name: string): FeatureRelation => ({
  name,
  file: `${folder}${name}.sql`,
  kept: 'view',
})
const file = (folder: string, name: string): FeatureRelation => ({ ...view(folder, name), kept: 'file' })

/**
 * The relations between the raw tables and the client's features, in an order in which each reads only those
 * before it, the raw tables and `category_codes`. The last three are the build's products; fairness_groups, which holds
 * the client's sex, comes last so that nothing can read it.
 */
export const featureRelations: FeatureRelation[] = [
  view('staging/', 'stg_application'),
  view('staging/', 'stg_application_file'),
  view('staging/', 'stg_application_dwelling'),
  view('staging/', 'stg_bureau'),
  view('staging/', 'stg_bureau_balance'),
  view('staging/', 'stg_previous_application'),
  view('staging/', 'stg_pos_cash_balance'),
  view('staging/', 'stg_credit_card_balance'),
  view('staging/', 'stg_installments_payments'),
  view('intermediate/', 'int_application_codes'),
  file('intermediate/', 'int_bureau_client'),
  file('intermediate/', 'int_bureau_type_client'),
  file('intermediate/', 'int_bureau_recent_client'),
  file('intermediate/', 'int_bureau_balance_credit'),
  file('intermediate/', 'int_bureau_balance_client'),
  file('intermediate/', 'int_previous_client'),
  file('intermediate/', 'int_previous_recent_client'),
  file('intermediate/', 'int_pos_contract'),
  file('intermediate/', 'int_pos_client'),
  file('intermediate/', 'int_card_client'),
  file('intermediate/', 'int_instalment'),
  file('intermediate/', 'int_instalment_client'),
  file('intermediate/', 'int_instalment_recent_client'),
  view('intermediate/', 'int_instalment_contract'),
  file('intermediate/', 'int_instalment_contract_client'),
  file('', 'application_inputs'),
  view('', 'application_terms'),
  view('', 'application_scores'),
  view('', 'application_features'),
  view('', 'client_application'),
  view('', 'client_bureau'),
  view('', 'client_previous'),
  view('', 'client_instalment'),
  view('', 'client_features'),
  view('', 'client_profile'),
  view('', 'fairness_groups'),
]

/** What a relation's SQL may read besides the relations before it. */
export const baseRelations: readonly string[] = [...rawTableNames, 'category_codes']

/** The text of a relation's SQL file, one `select`. */
export function readRelationSql(relation: FeatureRelation): string {
  return readFileSync(new URL(relation.file, import.meta.url), 'utf8')
}
