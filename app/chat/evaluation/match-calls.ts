import type { ToolCall } from './expected-question.ts'

/** Amounts agree to the nearest unit, other numbers to a millionth. */
const amountTolerance = { from: 1000, within: 0.5 }
const relativeTolerance = 1e-6

/**
 * Whether the calls made are those expected, in any order: as many, each tool the same, and what is expected of its
 * arguments contained in them. A list contains another that holds no value beyond its own; a lone category equals a list
 * of that one, as it does to the tool.
 */
export function matchCalls(made: readonly ToolCall[], expected: readonly ToolCall[]): boolean {
  if (made.length !== expected.length) return false
  const [first, ...rest] = expected
  if (!first) return true
  return made.some(
    (call, index) =>
      call.tool === first.tool &&
      contains(call.args, first.args) &&
      matchCalls(made.toSpliced(index, 1), rest),
  )
}

function contains(actual: unknown, expected: unknown): boolean {
  if (Array.isArray(expected) || Array.isArray(actual)) {
    const [known, asked] = [toList(actual), toList(expected)]
    return known.length === asked.length && asked.every((one) => known.some((other) => contains(other, one)))
  }
  if (isRecord(expected)) {
    return isRecord(actual) && Object.entries(expected).every(([key, value]) => contains(actual[key], value))
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
