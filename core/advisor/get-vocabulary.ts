import type { ClientField } from '../contracts/client-profile.ts'
import type { Vocabulary } from '../contracts/vocabulary.ts'
import type { AdvisorContext } from './open-advisor.ts'
import type { ServedDataset } from './read-served-dataset.ts'

const vocabularies = new WeakMap<ServedDataset, Vocabulary>()

/** What categories, features and themes are called in every language. */
export function getVocabulary(advisor: AdvisorContext): Vocabulary {
  const dataset = advisor.servedDataset()
  const known = vocabularies.get(dataset)
  if (known) return known
  const vocabulary = readVocabulary(dataset)
  vocabularies.set(dataset, vocabulary)
  return vocabulary
}

function readVocabulary(dataset: ServedDataset): Vocabulary {
  const english = dataset.labels('en').categories
  const categories: Vocabulary['categories'] = {}
  for (const [field, labels] of Object.entries(dataset.labels('fr').categories)) {
    // Under a raw column stand the categories of past applications: nobody filters by those.
    if (field.includes('.')) continue
    const inEnglish = english[field as ClientField] ?? {}
    categories[field as ClientField] = Object.fromEntries(
      Object.entries(labels).map(([category, fr]) => [category, { fr, en: inEnglish[category] ?? fr }]),
    )
  }
  const wordsInEnglish = dataset.featureWords('en')
  const themes = new Map<string, Vocabulary['themes'][number]>()
  const features = [...dataset.featureWords('fr').values()].map(({ name, theme, label, themeLabel }) => {
    const en = wordsInEnglish.get(name)
    themes.set(theme, { theme, label: { fr: themeLabel, en: en?.themeLabel ?? themeLabel } })
    return { name, theme, label: { fr: label, en: en?.label ?? label } }
  })
  return { categories, features, themes: [...themes.values()] }
}
