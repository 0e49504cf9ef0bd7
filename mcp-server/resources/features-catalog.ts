import { readFeatureCatalogue } from '#core/advisor/read-feature-catalogue.ts'
import { listCatalogParts } from '../list-catalog-parts.ts'
import type { FixedResource } from '../resource-definition.ts'

export const featuresCatalogResource: FixedResource = {
  uri: 'features://catalog',
  name: 'featuresCatalog',
  title: 'The catalogue of features',
  description:
    'The themes with the addresses of their features, and the fields to filter a cohort and simulate a change by. In French and English.',
  mimeType: 'application/json',
  scope: 'model:read',
  read: async (advisor) => {
    const catalogue = await readFeatureCatalogue(advisor)
    const parts = listCatalogParts(catalogue)
    return {
      featureCount: catalogue.features.length,
      themes: catalogue.themes.map(({ theme, label }) => ({
        theme,
        label,
        features: parts
          .filter((part) => part.theme === theme)
          .map(({ name, features }) => ({ uri: `features://catalog/${name}`, features: features.length })),
      })),
      fields: catalogue.fields.map(({ categories, ...field }) => ({
        ...field,
        ...(categories && { categories: `features://catalog/${field.field}` }),
      })),
    }
  },
}
