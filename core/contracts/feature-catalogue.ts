import { z } from 'zod'

const inBothLanguages = z.object({ fr: z.string(), en: z.string() })

export const catalogueFeatureSchema = z.object({
  name: z.string(),
  label: inBothLanguages,
  theme: z.string(),
  unit: z
    .string()
    .describe('amount, ratio, percent, years, days, months, count, score, rating, flag (0 or 1) or code'),
  missingMeans: inBothLanguages.describe('What a missing value says'),
  plausibleRange: z.tuple([z.number().nullable(), z.number().nullable()]),
  changeable: z.boolean().describe('Whether an applicant can change it directly'),
  codes: z.record(z.string(), inBothLanguages).optional().describe('What the numbers of a code mean'),
})
export type CatalogueFeature = z.infer<typeof catalogueFeatureSchema>

export const catalogueFieldSchema = z.object({
  field: z.string(),
  label: inBothLanguages,
  filter: z.enum(['range', 'category', 'flag']).nullable().describe('How compareCohort filters by it'),
  simulate: z.boolean().describe('Whether simulateClient changes it'),
  categories: z.record(z.string(), inBothLanguages).optional().describe('The data’s own values'),
})
export type CatalogueField = z.infer<typeof catalogueFieldSchema>

/** What every feature and every field that a person filters or simulates by is called and means. */
export const featureCatalogueSchema = z.object({
  features: z.array(catalogueFeatureSchema),
  themes: z.array(z.object({ theme: z.string(), label: inBothLanguages })),
  fields: z.array(catalogueFieldSchema),
})
export type FeatureCatalogue = z.infer<typeof featureCatalogueSchema>
