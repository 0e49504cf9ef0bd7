/**
 * The fields of a client's description by which clients are filtered, by name in the application and in the
 * tables, and how each is kept as a column of all clients.
 */
export const descriptionFields = {
  ageYears: { column: 'age_years', kind: 'number' },
  employmentYears: { column: 'employment_years', kind: 'number' },
  annualIncomeAmount: { column: 'annual_income_amount', kind: 'number' },
  creditAmount: { column: 'credit_amount', kind: 'number' },
  annuityAmount: { column: 'annuity_amount', kind: 'number' },
  goodsPriceAmount: { column: 'goods_price_amount', kind: 'number' },
  contractType: { column: 'contract_type', kind: 'category' },
  incomeType: { column: 'income_type', kind: 'category' },
  occupationType: { column: 'occupation_type', kind: 'category' },
  organizationType: { column: 'organization_type', kind: 'category' },
  educationType: { column: 'education_type', kind: 'category' },
  familyStatus: { column: 'family_status', kind: 'category' },
  housingType: { column: 'housing_type', kind: 'category' },
  childrenCount: { column: 'children_count', kind: 'number' },
  familyMemberCount: { column: 'family_member_count', kind: 'number' },
  ownsCar: { column: 'owns_car', kind: 'flag' },
  ownsRealty: { column: 'owns_realty', kind: 'flag' },
  regionRating: { column: 'region_rating', kind: 'number' },
  externalScore1: { column: 'external_score1', kind: 'number' },
  externalScore2: { column: 'external_score2', kind: 'number' },
  externalScore3: { column: 'external_score3', kind: 'number' },
} as const

export type DescriptionField = keyof typeof descriptionFields
export type FieldOfKind<Kind> = {
  [Field in DescriptionField]: (typeof descriptionFields)[Field]['kind'] extends Kind ? Field : never
}[DescriptionField]
