/** Amounts agree to the nearest unit, other numbers to a millionth. */
const amountTolerance = { from: 1000, within: 0.5 }
const relativeTolerance = 1e-6

/**
 * Whether what is expected of a call's arguments stands in those given, at any depth: a list holds the values of the
 * other and no more, in any order; a lone category equals a list of that one, as it does to the tool.
 */
export function containsArgs(actual: unknown, expected: unknown): boolean {
  if (Array.isArray(expected) || Array.isArray(actual)) {
    const [known, asked] = [toList(actual), toList(expected)]
    return (
      known.length === asked.length && asked.every((one) => known.some((other) => containsArgs(other, one)))
    )
  }
  if (isRecord(expected)) {
    return (
      isRecord(actual) && Object.entries(expected).every(([key, value]) => containsArgs(actual[key], value))
    )
  }
  if (typeof expected === 'number' && typeof actual === 'number') return isSameNumber(actual, expected)
  return Object.is(actual, expected)
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isSameNumber(actual: number, expected: number): boolean {
  const difference = Math.abs(actual - expected)
  if (Math.abs(expected) >= amountTolerance.from && difference <= amountTolerance.within) return true
  return difference <= Math.abs(expected) * relativeTolerance
}
