import { z } from 'zod'
import { clientFiltersSchema } from '../contracts/client-filters.ts'
import type { CatalogueFeature, CatalogueField, FeatureCatalogue } from '../contracts/feature-catalogue.ts'
import { clientChangesSchema } from '../contracts/simulate-client.ts'
import type { Vocabulary } from '../contracts/vocabulary.ts'
import { getVocabulary } from './get-vocabulary.ts'
import type { AdvisorContext } from './open-advisor.ts'
import type { DescribedFeature } from './read-feature-words.ts'
import type { ServedDataset } from './read-served-dataset.ts'

const catalogues = new WeakMap<ServedDataset, FeatureCatalogue>()

/** What every feature and field is called and means, in every language, for who knows none of them. */
export async function readFeatureCatalogue(advisor: AdvisorContext): Promise<FeatureCatalogue> {
  const dataset = advisor.servedDataset()
  const known = catalogues.get(dataset)
  if (known) return known
  const inEnglish = dataset.featureWords('en')
  const features = [...dataset.featureWords('fr').values()].map((french) =>
    describeFeature(french, inEnglish.get(french.name) ?? french),
  )
  const vocabulary = getVocabulary(advisor)
  const catalogue = { features, themes: vocabulary.themes, fields: listFields(features, vocabulary) }
  catalogues.set(dataset, catalogue)
  return catalogue
}

function describeFeature(fr: DescribedFeature, en: DescribedFeature): CatalogueFeature {
  const codes = Object.entries(fr.codeLabels).map(([code, label]) => [
    code,
    { fr: label, en: en.codeLabels[Number(code)] ?? label },
  ])
  return {
    name: fr.name,
    label: { fr: fr.label, en: en.label },
    theme: fr.theme,
    unit: fr.unit,
    missingMeans: { fr: fr.nullMeaning, en: en.nullMeaning },
    plausibleRange: [fr.rangeMin, fr.rangeMax],
    changeable: fr.actionable,
    ...(fr.unit === 'code' && codes.length > 0 && { codes: Object.fromEntries(codes) }),
  }
}

function listFields(features: readonly CatalogueFeature[], { categories }: Vocabulary): CatalogueField[] {
  const filters: Record<string, z.ZodOptional> = clientFiltersSchema.shape
  const changes = Object.keys(clientChangesSchema.shape)
  return [...new Set([...Object.keys(filters), ...changes])].map((field) => {
    const name = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    const named = [name, `${name}_code`, `requested_${name}`]
    const feature = features.find((each) => named.includes(each.name))
    const ofField = categories[field as keyof typeof categories]
    return {
      field,
      label: feature?.label ?? { fr: field, en: field },
      filter: filters[field] ? nameFilter(filters[field]) : null,
      simulate: changes.includes(field),
      ...(ofField && { categories: ofField }),
    }
  })
}

function nameFilter(schema: z.ZodOptional): NonNullable<CatalogueField['filter']> {
  const inner = schema.unwrap()
  if (inner instanceof z.ZodBoolean) return 'flag'
  return inner instanceof z.ZodObject ? 'range' : 'category'
}
