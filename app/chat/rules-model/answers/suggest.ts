import type { Language } from '#core/contracts/language.ts'
import { type SuggestChangesAnswer, suggestChangesAnswerSchema } from '#core/contracts/suggest-changes.ts'
import { adviceWords } from '#core/contracts/wording/describe-score.ts'
import type { AnswerContext } from '../answer-context.ts'
import { readAnswer } from '../read-answer.ts'

interface Words {
  outcomes: Record<SuggestChangesAnswer['outcome'], string>
  onlyOne: string
  now: (repayment: string, risk: string, threshold: string) => string
  suggestion: (sentence: string, repayment: string, advice: string) => string
  tried: (count: string) => string
}

const words: Record<Language, Words> = {
  fr: {
    outcomes: {
      found: '**Oui, il y a de quoi améliorer l’avis.** Chacune de ces pistes y suffit à elle seule :',
      none: '**Aucun changement plausible** du montant, de la durée ou de l’apport n’améliorerait l’avis.',
      notNeeded: '**Rien à changer** : l’accord est déjà conseillé.',
    },
    onlyOne: '**Oui, voici de quoi améliorer l’avis :**',
    now: (repayment, risk, threshold) =>
      `Aujourd’hui, la probabilité de remboursement est de ${repayment} et la probabilité de défaut de ${risk}, pour un seuil de refus de ${threshold}.`,
    suggestion: (sentence, repayment, advice) =>
      `${sentence} ; probabilité de remboursement de ${repayment}, ${advice}`,
    tried: (count) => `Scénarios essayés : ${count}, chacun recalculé par le modèle.`,
  },
  en: {
    outcomes: {
      found: '**Yes, the advice can be improved.** Each of these changes is enough on its own:',
      none: '**No plausible change** of the amount, the term or the down payment would improve the advice.',
      notNeeded: '**Nothing to change**: granting is already advised.',
    },
    onlyOne: '**Yes, this would improve the advice:**',
    now: (repayment, risk, threshold) =>
      `Today the probability of repayment is ${repayment} and the probability of default ${risk}, for a refusal threshold of ${threshold}.`,
    suggestion: (sentence, repayment, advice) =>
      `${sentence}; probability of repayment of ${repayment}, ${advice}`,
    tried: (count) => `Scenarios tried: ${count}, each scored by the model.`,
  },
}

/** What would turn the advice, each with its score; or that nothing would, or need be. */
export function composeSuggest(context: AnswerContext): string | null {
  const answer = readAnswer(context.results, 'suggestChanges', suggestChangesAnswerSchema)
  if (!answer) return null
  const { language, format } = context
  const { outcomes, onlyOne, now, suggestion, tried } = words[language]
  const { outcome, before, decisionThreshold, suggestions, triedScenarios } = answer
  const lines = suggestions.map(
    ({ sentence, after, turnsTo }) =>
      `- ${suggestion(sentence, format.probability(after.probabilityOfRepayment), adviceWords[language][turnsTo])}`,
  )
  const situation = now(
    format.probability(before.probabilityOfRepayment),
    format.probability(before.probabilityOfDefault),
    format.share(decisionThreshold),
  )
  return [
    [lines.length === 1 ? onlyOne : outcomes[outcome], ...lines].join('\n'),
    situation,
    outcome === 'notNeeded' ? '' : tried(format.integer(triedScenarios)),
  ]
    .filter(Boolean)
    .join('\n\n')
}
