import type { ExplainClientAnswer } from '../explain-client.ts'
import type { Language } from '../language.ts'
import { describeScore } from './describe-score.ts'

const directionWords: Record<Language, { raisesRisk: string; lowersRisk: string }> = {
  fr: { raisesRisk: 'pèse contre le client', lowersRisk: 'joue en sa faveur' },
  en: { raisesRisk: 'speaks against the client', lowersRisk: 'speaks for the client' },
}

/** The score, then a line for each reason: what it is, which way it goes, how much. */
export function describeExplanation(answer: ExplainClientAnswer, language: Language): string {
  const reasons = answer.reasons.map(
    ({ sentence, direction, contributionLogOdds }) =>
      `${sentence}${language === 'fr' ? ' : ' : ': '}${directionWords[language][direction]} (${formatLogOdds(contributionLogOdds, language)})`,
  )
  return [describeScore(answer, language), ...reasons.map((reason) => `- ${reason}`)].join('\n')
}

/** A contribution with its sign and two decimals: "+0,92", "−0.24". */
export function formatLogOdds(contributionLogOdds: number, language: Language): string {
  const digits = Math.abs(contributionLogOdds).toFixed(2)
  const sign = contributionLogOdds < 0 ? '−' : '+'
  return sign + (language === 'fr' ? digits.replace('.', ',') : digits)
}
