/** Reasons that the page shows at first, then on demand. */
export const reasonCounts = [6, 12, 20] as const
export type ReasonCount = (typeof reasonCounts)[number]

/** Whom the client is compared with, as the address names it. */
export const cohortKinds = ['all', 'similar', 'group'] as const
export type CohortKind = (typeof cohortKinds)[number]

/** How many clients count as similar. */
export const similarCount = 500

/** Most distributions that stand beside each other. */
export const mostFeatures = 8

export const groupCategoryFields = ['incomeType', 'contractType', 'educationType', 'familyStatus'] as const
export type GroupCategoryField = (typeof groupCategoryFields)[number]
export const groupRangeFields = ['ageYears', 'creditAmount', 'annualIncomeAmount'] as const
export type GroupRangeField = (typeof groupRangeFields)[number]
export const regionRatings = [1, 2, 3] as const

export interface GroupRange {
  min?: number | undefined
  max?: number | undefined
}

/** A group chosen on the page. */
export type ClientGroup = Partial<Record<GroupCategoryField, string | undefined>> &
  Partial<Record<GroupRangeField, GroupRange | undefined>> & { regionRating?: number | undefined }

/** What the address says of reasons and comparison; the what-if reads its own part. */
export interface ClientPageQuery {
  reasonCount: ReasonCount
  cohort: CohortKind
  group: ClientGroup
  /** Names of the features to compare; none: the client's strongest reasons. */
  features: string[]
}

export const groupParameterNames = {
  incomeType: 'groupIncome',
  contractType: 'groupContract',
  educationType: 'groupEducation',
  familyStatus: 'groupFamily',
  regionRating: 'groupRegion',
  ageYears: 'groupAge',
  creditAmount: 'groupAmount',
  annualIncomeAmount: 'groupEarnings',
} as const satisfies Record<GroupCategoryField | GroupRangeField | 'regionRating', string>

/** A range is two parameters. */
export function nameRangeParameters(field: GroupRangeField): { min: string; max: string } {
  const name = groupParameterNames[field]
  return { min: `${name}Min`, max: `${name}Max` }
}

/** Every parameter that the group's form writes. */
export const groupParameters: readonly string[] = [
  ...groupCategoryFields.map((field) => groupParameterNames[field]),
  groupParameterNames.regionRating,
  ...groupRangeFields.flatMap((field) => Object.values(nameRangeParameters(field))),
]
