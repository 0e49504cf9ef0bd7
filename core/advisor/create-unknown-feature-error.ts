import { AdvisorError } from '../contracts/advisor-error.ts'

const shownLength = 60

/**
 * Says that there is no such feature and names those that there are, first those whose names share a word with it.
 *
 * @param unasked What is answered for when no features are asked for.
 */
export function createUnknownFeatureError(
  known: readonly string[],
  unknown: string,
  unasked = 'the client’s strongest reasons',
): AdvisorError {
  const words = new Set(unknown.toLowerCase().split(/[^a-z0-9]+/))
  const shared = (name: string) => name.split('_').filter((word) => words.has(word)).length
  const nearestFirst = [...known].sort((a, b) => shared(b) - shared(a))
  return new AdvisorError('UNKNOWN_FEATURE', {
    found: `There is no feature "${unknown.slice(0, shownLength)}".`,
    expected: `Expected one of: ${nearestFirst.join(', ')}.`,
    nextStep: `Correct the name and call again, or leave features out for ${unasked}.`,
  })
}
