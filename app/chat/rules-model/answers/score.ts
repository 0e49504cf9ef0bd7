import type { Advice } from '#core/contracts/decision.ts'
import type { Language } from '#core/contracts/language.ts'
import { type ScoreClientAnswer, scoreClientAnswerSchema } from '#core/contracts/score-client.ts'
import { adviceWords } from '#core/contracts/wording/describe-score.ts'
import type { AnswerContext } from '../answer-context.ts'
import { readAnswer } from '../read-answer.ts'
import { sayClient } from '../say-client.ts'
import { upperFirst } from './upper-first.ts'

type Figures = Record<'client' | 'repayment' | 'riskClass' | 'risk' | 'threshold', string>

/** How the probability of default stands to the threshold, by what is advised. */
const standings: Record<Language, Record<Advice, string>> = {
  fr: { grant: 'reste sous le', review: 'est proche du', refuse: 'dépasse le' },
  en: { grant: 'stays below the', review: 'is close to the', refuse: 'is above the' },
}

const words = {
  fr: {
    repayment: ({ client, repayment, riskClass }: Figures) =>
      `${client} a une probabilité de remboursement de ${repayment}, classe ${riskClass}.`,
    standing: ({ risk, threshold }: Figures, standing: string) =>
      `Sa probabilité de défaut de ${risk} ${standing} seuil de refus de ${threshold}.`,
  },
  en: {
    repayment: ({ client, repayment, riskClass }: Figures) =>
      `${client} has a probability of repayment of ${repayment}, class ${riskClass}.`,
    standing: ({ risk, threshold }: Figures, standing: string) =>
      `The probability of default of ${risk} ${standing} refusal threshold of ${threshold}.`,
  },
} as const

/** The advice, the probability of repayment, and how the risk stands to the threshold. */
export function composeScore(context: AnswerContext): string | null {
  const answer = readAnswer(context.results, 'scoreClient', scoreClientAnswerSchema)
  return answer && saySituation(answer, context)
}

/** The same of any answer that holds a score. */
export function saySituation(answer: ScoreClientAnswer, context: AnswerContext): string {
  const { language, format } = context
  const figures: Figures = {
    client: sayClient(context, answer.clientId),
    repayment: format.probability(answer.probabilityOfRepayment),
    riskClass: answer.riskClass,
    risk: format.probability(answer.probabilityOfDefault),
    threshold: format.share(answer.decisionThreshold),
  }
  const advice = upperFirst(adviceWords[language][answer.advice])
  const { repayment, standing } = words[language]
  const colon = language === 'fr' ? ' : ' : ': '
  return `**${advice}**${colon}${repayment(figures)} ${standing(figures, standings[language][answer.advice])}`
}
