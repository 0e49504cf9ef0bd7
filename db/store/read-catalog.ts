import { type Catalog, type CatalogFeature, loadCatalog } from '../features/load-catalog.ts'
import { categoryFieldColumns, loadCategoryCodes } from '../features/load-category-codes.ts'
import type { categories, features } from './schema.ts'

type FeatureEntry = Omit<typeof features.$inferInsert, 'position' | 'computedByModel'>

/** The features, in the order of every client's blob, those that a model computes, and the categories' codes. */
export interface StoreCatalog {
  features: FeatureEntry[]
  modelFeatures: FeatureEntry[]
  categories: (typeof categories.$inferInsert)[]
}

/** The project's own catalogue, in the store's words: the one place where the store meets `db/features`. */
export function readCatalog(): StoreCatalog {
  const { themes, features, modelFeatures } = loadCatalog()
  return {
    features: features.map((feature) => toEntry(feature, themes)),
    modelFeatures: modelFeatures.map((feature) => toEntry(feature, themes)),
    categories: loadCategoryCodes().map(({ sourceColumn, category, code, label }) => ({
      sourceField: fieldOf(sourceColumn),
      category,
      code,
      labelFr: label.fr,
      labelEn: label.en,
    })),
  }
}

function toEntry(feature: CatalogFeature, themes: Catalog['themes']): FeatureEntry {
  return {
    name: feature.name,
    labelFr: feature.label.fr,
    labelEn: feature.label.en,
    unit: feature.unit,
    theme: feature.theme,
    themeLabelFr: themes[feature.theme].fr,
    themeLabelEn: themes[feature.theme].en,
    sources: feature.sources,
    nullMeaningFr: feature.null_meaning.fr,
    nullMeaningEn: feature.null_meaning.en,
    rangeMin: feature.range[0],
    rangeMax: feature.range[1],
    actionable: feature.actionable,
    sensitive: feature.sensitive,
  }
}

/** The client's field that a column fills (`contractType`), or the column itself where none does. */
function fieldOf(sourceColumn: string): string {
  const entry = Object.entries(categoryFieldColumns).find(([, column]) => column === sourceColumn)
  return entry ? entry[0].replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) : sourceColumn
}
