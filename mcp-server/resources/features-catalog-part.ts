import { readFeatureCatalogue } from '#core/advisor/read-feature-catalogue.ts'
import type { FeatureCatalogue } from '#core/contracts/feature-catalogue.ts'
import { listCatalogParts } from '../list-catalog-parts.ts'
import type { ResourceTemplate } from '../resource-definition.ts'
import { createUnknownResourceError } from '../unknown-resource-error.ts'

/** As many values as a completion may hold. */
const mostValues = 100

export const featuresCatalogPartResource: ResourceTemplate = {
  uriTemplate: 'features://catalog/{part}',
  variable: 'part',
  name: 'featuresCatalogPart',
  title: 'A part of the catalogue of features',
  description:
    'Features with label, unit, what a missing value means, plausible range and codes. part is one that features://catalog lists, a feature’s name, or a field’s name for its categories.',
  mimeType: 'application/json',
  scope: 'model:read',
  read: async (advisor, part) => {
    const catalogue = await readFeatureCatalogue(advisor)
    const found = findPart(catalogue, part)
    if (!found) throw createUnknownResourceError(`features://catalog/${part}`)
    return found
  },
  complete: async (advisor, beginning) => {
    const catalogue = await readFeatureCatalogue(advisor)
    const names = [
      ...listCatalogParts(catalogue).map(({ name }) => name),
      ...catalogue.fields.filter(({ categories }) => categories).map(({ field }) => field),
      ...catalogue.features.map(({ name }) => name),
    ].filter((name) => name.startsWith(beginning))
    return { values: names.slice(0, mostValues), total: names.length }
  },
}

function findPart(catalogue: FeatureCatalogue, name: string): object | undefined {
  const part = listCatalogParts(catalogue).find((each) => each.name === name)
  if (part) return { part: name, theme: part.theme, features: part.features }
  const feature = catalogue.features.find((each) => each.name === name)
  if (feature) return { part: name, theme: feature.theme, features: [feature] }
  return catalogue.fields.find(({ field, categories }) => categories && field === name)
}
