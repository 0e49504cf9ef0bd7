import type { Advice } from '../decision.ts'
import type { Language } from '../language.ts'
import type { ScoreClientAnswer } from '../score-client.ts'
import { formatNumber, formatPercent } from './format-number.ts'

/** What is advised, as part of a sentence. */
export const adviceWords: Record<Language, Record<Advice, string>> = {
  fr: { grant: 'accord conseillé', review: 'examen approfondi conseillé', refuse: 'refus conseillé' },
  en: { grant: 'granting is advised', review: 'a closer review is advised', refuse: 'refusal is advised' },
}

/** One to three plain sentences that say what the answer's fields say, with the same numbers. */
export function describeScore(answer: ScoreClientAnswer, language: Language): string {
  const client = formatNumber(answer.clientId, language)
  const repayment = formatPercent(answer.probabilityOfRepayment, language)
  const threshold = formatPercent(1 - answer.decisionThreshold, language)
  const defaults = formatPercent(answer.probabilityOfDefault, language)
  const advice = adviceWords[language][answer.advice]
  const sentences =
    language === 'fr'
      ? [
          `Client ${client} : probabilité de remboursement ${repayment} (défaut ${defaults}), seuil d’accord ${threshold}.`,
          `Avis du modèle : ${advice}, classe ${answer.riskClass} ; la décision revient à une personne.`,
        ]
      : [
          `Client ${client}: probability of repayment ${repayment} (default ${defaults}), threshold ${threshold}.`,
          `The model’s advice: ${advice}, class ${answer.riskClass}; a person decides.`,
        ]
  return [...sentences, answer.provenance.notice].filter(Boolean).join(' ')
}
