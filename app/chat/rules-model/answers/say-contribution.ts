import type { Language } from '#core/contracts/language.ts'
import { formatLogOdds } from '#core/contracts/wording/describe-explanation.ts'

/** A contribution in log-odds with its sign and two decimals; what rounds to nothing has no sign. */
export function sayContribution(contributionLogOdds: number, language: Language): string {
  const shown = formatLogOdds(contributionLogOdds, language)
  return /[1-9]/.test(shown) ? shown : shown.slice(1)
}
