import type { z } from 'zod'
import { AdvisorError } from '../contracts/advisor-error.ts'

type Issue = z.core.$ZodIssue

/**
 * Parses what a caller sent against a contract.
 *
 * @throws AdvisorError INVALID_INPUT: one sentence with the field, what it holds, what is expected, what to do.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input, { reportInput: true })
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0] as Issue
  throw new AdvisorError('INVALID_INPUT', {
    found: `${describeField(issue)}${describeExpectation(issue)};`,
    expected: '',
    nextStep: 'correct it and try again.',
  })
}

function describeField({ code, path, input }: Issue): string {
  const field = path.map(String).join('.')
  if (code === 'unrecognized_keys') return field ? `${field}: ` : ''
  return `${field || 'The input'} is ${input === undefined ? 'missing' : show(input)}`
}

function describeExpectation(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return issue.message
  // A rule of a contract, in the contract's own words.
  if (issue.code === 'custom') return `: ${issue.message}`
  return ` where ${nameExpected(issue)} is expected`
}

const typeNames: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  string: 'a text',
}

const countedThings: Record<string, string> = { string: ' characters', array: ' entries' }

function nameExpected(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? issue.expected
    case 'invalid_value':
      return `one of ${issue.values.join(', ')}`
    case 'too_big':
      return `${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${countedThings[issue.origin] ?? ''}`
    case 'too_small':
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${countedThings[issue.origin] ?? ''}`
    case 'invalid_union':
      return issue.errors.map((issues) => nameExpected(issues[0] as Issue)).join(' or ')
    default:
      return issue.message
  }
}

function show(input: unknown): string {
  const text = toJson(input)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** What is nested thousands deep can be parsed and yet not be written. */
function toJson(input: unknown): string {
  try {
    return JSON.stringify(input)
  } catch (error) {
    if (error instanceof RangeError) return 'nested too deeply'
    throw error
  }
}
