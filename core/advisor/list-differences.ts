/** Where an answer given again differs from what was shown. */
export interface AnswerDifference {
  /** Such as `reasons.0.contributionLogOdds`. */
  path: string
  shown: unknown
  replayed: unknown
  /** Whether words differ, which a later version of the program may choose otherwise; figures may not. */
  isWording: boolean
}

const wordings = new Set([
  'description',
  'displayValue',
  'displayValueAfter',
  'displayValueBefore',
  'label',
  'medianDisplayValue',
  'notice',
  'sentence',
  'valueLabels',
])

/** Every place where two JSON values differ: numbers to their last digit. */
export function listDifferences(shown: unknown, replayed: unknown, path: string[] = []): AnswerDifference[] {
  if (isContainer(shown) && isContainer(replayed) && Array.isArray(shown) === Array.isArray(replayed)) {
    const keys = new Set([...Object.keys(shown), ...Object.keys(replayed)])
    return [...keys].flatMap((key) => listDifferences(shown[key], replayed[key], [...path, key]))
  }
  if (Object.is(shown, replayed)) return []
  return [{ path: path.join('.'), shown, replayed, isWording: path.some((key) => wordings.has(key)) }]
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
