import { z } from 'zod'

const range = z
  .object({ min: z.number().optional(), max: z.number().optional() })
  .strict()
  .refine(({ min, max }) => min !== undefined || max !== undefined, 'Give min, max or both')
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, 'min is above max')
  // Named, so that schemas that hold it many times hold it once: an assistant reads them all.
  .meta({ id: 'Range' })
const categoryName = z.string().max(100)
const category = z.union([categoryName, z.array(categoryName).min(1).max(60)]).meta({ id: 'Category' })
const flag = z.boolean()

/** A group of clients by their description: ranges with both ends included, a category or a list of them. */
export const clientFiltersSchema = z.strictObject(
  {
    ageYears: range.optional(),
    employmentYears: range.optional(),
    annualIncomeAmount: range.optional(),
    creditAmount: range.optional(),
    annuityAmount: range.optional(),
    goodsPriceAmount: range.optional(),
    contractType: category.optional(),
    incomeType: category.optional(),
    occupationType: category.optional(),
    organizationType: category.optional(),
    educationType: category.optional(),
    familyStatus: category.optional(),
    housingType: category.optional(),
    childrenCount: range.optional(),
    familyMemberCount: range.optional(),
    ownsCar: flag.optional(),
    ownsRealty: flag.optional(),
    regionRating: range.optional(),
    externalScore1: range.optional(),
    externalScore2: range.optional(),
    externalScore3: range.optional(),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? nameFilters(issue.keys) : undefined) },
)
export type ClientFilters = z.infer<typeof clientFiltersSchema>

function nameFilters(unknown: readonly string[]): string {
  const allowed = Object.keys(clientFiltersSchema.shape).join(', ')
  return `there is no filter ${unknown.map((name) => name.slice(0, 60)).join(', ')}; the filters are ${allowed}`
}
