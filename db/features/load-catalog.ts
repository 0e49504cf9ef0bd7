import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { DataError } from '#db/data-error.ts'

const wordsSchema = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) })

const featureUnits = [
  'amount',
  'ratio',
  'percent',
  'years',
  'days',
  'months',
  'count',
  'score',
  'rating',
  'flag',
  'code',
] as const
const themeIds = [
  'external_scores',
  'repayment_history',
  'current_debts',
  'past_credits',
  'requested_credit',
  'income_employment',
  'personal_situation',
  'housing_region',
  'contact_documents',
] as const

const featureSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/)
    .max(50),
  label: wordsSchema,
  unit: z.enum(featureUnits),
  theme: z.enum(themeIds),
  sources: z.array(z.string().regex(/^\w+\.\w+$/)).min(1),
  null_meaning: wordsSchema,
  range: z.tuple([z.number(), z.number()]).refine(([low, high]) => low < high, 'the range is empty'),
  actionable: z.boolean(),
  sensitive: z.boolean(),
})
const catalogSchema = z.strictObject({
  themes: z.record(z.enum(themeIds), wordsSchema),
  null_meanings: z.record(z.string(), wordsSchema),
  features: z.array(featureSchema).min(1),
  model_features: z.array(featureSchema),
})

/** A feature's meaning; catalog.yml's head explains each field. */
export type CatalogFeature = z.infer<typeof featureSchema>
export type ThemeId = (typeof themeIds)[number]
export interface Catalog {
  themes: Record<ThemeId, { fr: string; en: string }>
  /** In the order of features.parquet's columns. */
  features: CatalogFeature[]
  /** Features that a model computes from its training clients; they have no column in features.parquet. */
  modelFeatures: CatalogFeature[]
}

export const catalogPath = fileURLToPath(new URL('./catalog.yml', import.meta.url))

/**
 * Reads and checks catalog.yml.
 * @throws DataError VALUE_INVALID naming the entry that is wrong, or the name that stands twice.
 */
export function loadCatalog(path: string = catalogPath): Catalog {
  const parsed = catalogSchema.safeParse(parse(readFileSync(path, 'utf8')))
  if (!parsed.success) {
    throw new DataError('VALUE_INVALID', `${path} is not a feature catalog: ${z.prettifyError(parsed.error)}`)
  }
  const { themes, features, model_features: modelFeatures } = parsed.data
  const names = [...features, ...modelFeatures].map((feature) => feature.name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice) throw new DataError('VALUE_INVALID', `${path} names ${twice} twice; keep one entry.`)
  return { themes, features, modelFeatures }
}
