import type { z } from 'zod'
import { AdvisorError } from '../contracts/advisor-error.ts'

/**
 * Parses what a caller sent against a contract.
 *
 * @throws AdvisorError INVALID_INPUT that names the field, what it held and what it may hold.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0] as z.core.$ZodIssue
  const path = issue.path.join('.') || 'the input'
  throw new AdvisorError('INVALID_INPUT', {
    found: `${path} can't be used: ${issue.message}.`,
    expected: 'Expected arguments as the contract describes them.',
    nextStep: 'Correct the argument and call again.',
  })
}
