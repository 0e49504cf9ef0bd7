import type { FeatureStore } from '#db/store/open-feature-store.ts'
import { listCategories } from '#db/store/queries/list-categories.ts'
import { listFeatures } from '#db/store/queries/list-features.ts'
import { listModelFeatures } from '#db/store/queries/list-model-features.ts'
import type { Language } from '../contracts/language.ts'
import type { FeatureWords } from '../contracts/wording/format-feature-value.ts'

export interface DescribedFeature extends FeatureWords {
  theme: string
  themeLabel: string
  actionable: boolean
  rangeMin: number | null
  rangeMax: number | null
  /** Position in a client's row of features. */
  position: number
}

/**
 * The features' words in one language, by name: those that are stored, in their order, then those that the served
 * model computes.
 */
export function readFeatureWords(
  store: FeatureStore,
  modelFeatureNames: readonly string[],
  language: Language,
): Map<string, DescribedFeature> {
  const isFrench = language === 'fr'
  const codeLabels = readCodeLabels(store, isFrench)
  const computed = listModelFeatures(store).filter(({ name }) => modelFeatureNames.includes(name))
  return new Map(
    [...listFeatures(store), ...computed].map((feature) => [
      feature.name,
      {
        name: feature.name,
        label: isFrench ? feature.labelFr : feature.labelEn,
        unit: feature.unit,
        nullMeaning: isFrench ? feature.nullMeaningFr : feature.nullMeaningEn,
        codeLabels: codeLabels.get(feature.sources[0] ?? '') ?? codeLabels.get(fieldOf(feature.name)) ?? {},
        theme: feature.theme,
        themeLabel: isFrench ? feature.themeLabelFr : feature.themeLabelEn,
        actionable: feature.actionable,
        rangeMin: feature.rangeMin,
        rangeMax: feature.rangeMax,
        position: feature.position,
      },
    ]),
  )
}

function readCodeLabels(store: FeatureStore, isFrench: boolean): Map<string, Record<number, string>> {
  const labels = new Map<string, Record<number, string>>()
  for (const { sourceField, code, labelFr, labelEn } of listCategories(store)) {
    const fieldLabels = labels.get(sourceField) ?? {}
    fieldLabels[code] ??= isFrench ? labelFr : labelEn
    labels.set(sourceField, fieldLabels)
  }
  return labels
}

/** A category stands under the client's field where there is one (`contractType`), else under its raw column. */
function fieldOf(featureName: string): string {
  return featureName.replace(/_code$/, '').replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}
