import { type DescriptionField, descriptionFields, type FieldOfKind } from '#db/store/description-fields.ts'
import type { FeatureStore } from '#db/store/open-feature-store.ts'
import {
  readCategoryField,
  readFlagField,
  readNumberField,
} from '#db/store/queries/read-description-column.ts'
import type { Condition } from '../cohort/choose-filtered.ts'
import { AdvisorError } from '../contracts/advisor-error.ts'
import type { ClientFilters } from '../contracts/client-filters.ts'
import type { Labels } from './read-labels.ts'

/**
 * What filters ask of the columns of all clients.
 *
 * @throws AdvisorError INVALID_INPUT for a category that the data do not know, with those that they know.
 */
export function readConditions(store: FeatureStore, filters: ClientFilters, labels: Labels): Condition[] {
  return (Object.keys(filters) as DescriptionField[]).flatMap((field) => {
    const asked = filters[field]
    if (asked === undefined) return []
    const { kind } = descriptionFields[field]
    if (kind === 'flag') {
      const flags = readFlagField(store, field as FieldOfKind<'flag'>)
      return [{ kind, flags, wanted: asked as boolean }]
    }
    if (kind === 'category') {
      return [readCategories(store, field as FieldOfKind<'category'>, [asked].flat() as string[], labels)]
    }
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = asked as Partial<Range>
    return [{ kind: 'range', values: readNumberField(store, field as FieldOfKind<'number'>), min, max }]
  })
}

interface Range {
  min: number
  max: number
}

function readCategories(
  store: FeatureStore,
  field: FieldOfKind<'category'>,
  asked: readonly string[],
  labels: Labels,
): Condition {
  const { codes, categories } = readCategoryField(store, field)
  const known = new Set([...Object.keys(labels.categories[field] ?? {}), ...categories])
  const unknown = asked.find((category) => !known.has(category))
  if (unknown !== undefined) {
    throw new AdvisorError('INVALID_INPUT', {
      found: `${field} has no category "${unknown}".`,
      expected: `Expected one or more of: ${[...known].map((category) => `"${category}"`).join(', ')}.`,
      nextStep: 'Correct the filter and call again.',
    })
  }
  const allowed = new Uint8Array(categories.length + 1)
  for (const [index, category] of categories.entries()) allowed[index + 1] = Number(asked.includes(category))
  return { kind: 'category', codes, allowed }
}
