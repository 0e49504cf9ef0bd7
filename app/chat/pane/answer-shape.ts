import type { Language } from '#core/contracts/language.ts'

export type Scalar = string | number | boolean | null

/** A part of an answer, as it is laid out. */
export type AnswerPart =
  | { kind: 'value'; key: string; value: Scalar }
  | { kind: 'list'; key: string; values: Scalar[] }
  | { kind: 'group'; key: string; parts: AnswerPart[] }
  | { kind: 'table'; key: string; columns: string[]; rows: Record<string, Scalar>[]; leftOut: number }

/** Names that say nothing to a reader, or that other names say better. */
const silent = new Set([
  'provenance',
  'histogram',
  'additivityError',
  'language',
  'unit',
  'theme',
  'modelSha256',
  'nextCursor',
  'effort',
  'window',
  'categoryLabels',
  'trainingData',
  'dataVersion',
  'selection',
  'alternative',
  'attributes',
  'riskClassUpperBounds',
  'imbalance',
  'chosen',
  'filter',
  'simulate',
])

/** What a table of each kind shows, in a pane that is narrow. */
const tableColumns: Record<string, string[]> = {
  reasons: ['label', 'displayValue', 'contributionLogOdds'],
  themes: ['label', 'mark', 'contributionLogOdds'],
  features: ['label', 'displayValue', 'medianDisplayValue', 'percentile'],
  movedFeatures: ['label', 'displayValueBefore', 'displayValueAfter'],
  suggestions: ['sentence', 'probabilityOfRepayment', 'turnsTo'],
  clients: ['clientId', 'probabilityOfDefault', 'advice'],
  columns: ['label', 'statistic', 'drifted'],
}
const mostColumns = 4
const mostRows = 20
const deepest = 4

/** Lays the JSON of an input or an answer out for reading: values, groups of them, and tables of what comes in rows. */
export function shapeAnswer(json: Record<string, unknown>, language: Language, depth = 0): AnswerPart[] {
  return Object.entries(json).flatMap(([key, held]): AnswerPart[] => {
    const value = translate(held, language)
    if (silent.has(key) || value === undefined) return []
    if (isScalar(value)) return [{ kind: 'value', key, value }]
    if (Array.isArray(value)) return shapeList(key, value, language)
    if (depth >= deepest) return []
    const parts = shapeAnswer(value as Record<string, unknown>, language, depth + 1)
    return parts.length > 0 ? [{ kind: 'group', key, parts }] : []
  })
}

function shapeList(key: string, list: unknown[], language: Language): AnswerPart[] {
  if (list.every(isScalar)) return [{ kind: 'list', key, values: list }]
  const rows = list.map((item) => flattenRow(item, language))
  const usual = Object.hasOwn(tableColumns, key) ? tableColumns[key] : undefined
  const known = usual?.filter((column) => rows.some((row) => Object.hasOwn(row, column))) ?? []
  const columns = known.length > 0 ? known : Object.keys(rows[0] ?? {}).slice(0, mostColumns)
  if (columns.length === 0) return []
  return [
    {
      kind: 'table',
      key,
      columns,
      rows: rows.slice(0, mostRows),
      leftOut: Math.max(0, list.length - mostRows),
    },
  ]
}

/** A row’s own values, and those of what it holds where it has none of that name. */
function flattenRow(item: unknown, language: Language): Record<string, Scalar> {
  // Without a prototype: a model's own names, such as `constructor`, are names like any other.
  const row: Record<string, Scalar> = Object.create(null)
  const collect = (json: unknown) => {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return
    const entries = Object.entries(json)
      .filter(([key]) => !silent.has(key))
      .map(([key, held]): [string, unknown] => [key, translate(held, language)])
    for (const [key, value] of entries) if (isScalar(value) && !Object.hasOwn(row, key)) row[key] = value
    for (const [, value] of entries) collect(value)
  }
  collect(item)
  return row
}

/** Words that are given in both languages are read in one. */
function translate(held: unknown, language: Language): unknown {
  const isBoth =
    typeof held === 'object' && held !== null && Object.hasOwn(held, 'fr') && Object.hasOwn(held, 'en')
  return isBoth ? (held as Record<Language, unknown>)[language] : held
}

/** Whether a value stands for itself, rather than holding others. */
export function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
