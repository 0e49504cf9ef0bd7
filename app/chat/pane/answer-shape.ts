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
export function shapeAnswer(json: Record<string, unknown>, depth = 0): AnswerPart[] {
  return Object.entries(json).flatMap(([key, value]): AnswerPart[] => {
    if (silent.has(key) || value === undefined) return []
    if (isScalar(value)) return [{ kind: 'value', key, value }]
    if (Array.isArray(value)) return shapeList(key, value)
    if (depth >= deepest) return []
    const parts = shapeAnswer(value as Record<string, unknown>, depth + 1)
    return parts.length > 0 ? [{ kind: 'group', key, parts }] : []
  })
}

function shapeList(key: string, list: unknown[]): AnswerPart[] {
  if (list.every(isScalar)) return [{ kind: 'list', key, values: list }]
  const rows = list.map(flattenRow)
  const known = tableColumns[key]?.filter((column) => rows.some((row) => column in row)) ?? []
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

/** A row's own values, and those of what it holds where it has none of that name. */
function flattenRow(item: unknown): Record<string, Scalar> {
  const row: Record<string, Scalar> = {}
  const collect = (json: unknown) => {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return
    const entries = Object.entries(json).filter(([key]) => !silent.has(key))
    for (const [key, value] of entries) if (isScalar(value) && !(key in row)) row[key] = value
    for (const [, value] of entries) collect(value)
  }
  collect(item)
  return row
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
