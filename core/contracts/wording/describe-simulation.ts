import type { Language } from '../language.ts'
import type { SimulateClientAnswer } from '../simulate-client.ts'
import type { SuggestChangesAnswer } from '../suggest-changes.ts'
import { adviceWords } from './describe-score.ts'
import { formatNumber, formatPercent } from './format-number.ts'

/** One sentence: the probability of repayment and the advice before and after. */
export function describeSimulation(answer: SimulateClientAnswer, language: Language): string {
  const { before, after } = answer
  const client = formatNumber(answer.clientId, language)
  const from = formatPercent(before.probabilityOfRepayment, language)
  const to = formatPercent(after.probabilityOfRepayment, language)
  const sentence =
    language === 'fr'
      ? `Client ${client} : avec ces changements, la probabilité de remboursement passe de ${from} à ${to} ; ${adviceWords.fr[after.advice]} (avant : ${adviceWords.fr[before.advice]}).`
      : `Client ${client}: with these changes the probability of repayment goes from ${from} to ${to}; ${adviceWords.en[after.advice]} (before: ${adviceWords.en[before.advice]}).`
  return [sentence, answer.provenance.notice].filter(Boolean).join(' ')
}

const outcomes: Record<Language, Record<SuggestChangesAnswer['outcome'], string>> = {
  fr: {
    found: 'changements qui, chacun, amélioreraient l’avis :',
    none: 'aucun changement plausible du montant, de la durée ou de l’apport n’améliore l’avis.',
    notNeeded: 'l’accord est déjà conseillé ; rien à changer.',
  },
  en: {
    found: 'changes that, each alone, would improve the advice:',
    none: 'no plausible change of amount, term or down payment improves the advice.',
    notNeeded: 'granting is already advised; nothing to change.',
  },
}

/** What came of the search, then a line for each suggestion with its score. */
export function describeSuggestions(answer: SuggestChangesAnswer, language: Language): string {
  const colon = language === 'fr' ? ' : ' : ': '
  const head = `Client ${formatNumber(answer.clientId, language)}${colon}${outcomes[language][answer.outcome]}`
  const lines = answer.suggestions.map(
    ({ sentence, after, turnsTo }) =>
      `- ${sentence} (${formatPercent(after.probabilityOfRepayment, language)}, ${adviceWords[language][turnsTo]})`,
  )
  return [head, ...lines, answer.provenance.notice].filter(Boolean).join('\n')
}
