import type { Language } from '#core/contracts/language.ts'
import type { KnownValue } from './list-known-values.ts'

const words: Record<string, Record<Language, string>> = {
  clientId: { fr: 'Numéro du client', en: 'Client number' },
  probabilityOfDefault: { fr: 'Probabilité de défaut', en: 'Probability of default' },
  clientProbabilityOfDefault: {
    fr: 'Probabilité de défaut du client',
    en: 'Client’s probability of default',
  },
  meanProbabilityOfDefault: { fr: 'Probabilité moyenne de défaut', en: 'Mean probability of default' },
  probabilityOfRepayment: { fr: 'Probabilité de remboursement', en: 'Probability of repayment' },
  decisionThreshold: { fr: 'Seuil de décision', en: 'Decision threshold' },
  rawScoreLogOdds: { fr: 'Score brut', en: 'Raw score' },
  baseValueLogOdds: { fr: 'Score brut du client moyen', en: 'Raw score of the average client' },
  contributionLogOdds: { fr: 'Contribution au score', en: 'Contribution to the score' },
  contributionBeforeLogOdds: { fr: 'Contribution avant', en: 'Contribution before' },
  contributionAfterLogOdds: { fr: 'Contribution après', en: 'Contribution after' },
  otherContributionLogOdds: { fr: 'Contribution du reste', en: 'Contribution of the rest' },
  mark: { fr: 'Note du thème', en: 'Theme’s mark' },
  riskClass: { fr: 'Classe de risque', en: 'Risk class' },
  percentile: { fr: 'Centile', en: 'Percentile' },
  p25: { fr: 'Premier quartile', en: 'First quartile' },
  median: { fr: 'Médiane', en: 'Median' },
  medianDisplayValue: { fr: 'Médiane', en: 'Median' },
  p75: { fr: 'Troisième quartile', en: 'Third quartile' },
  observedDefaultRate: { fr: 'Taux de défaut observé', en: 'Observed default rate' },
  size: { fr: 'Nombre de clients', en: 'Number of clients' },
  matchCount: { fr: 'Clients trouvés', en: 'Clients found' },
  rows: { fr: 'Nombre de clients', en: 'Number of clients' },
  displayValue: { fr: 'Valeur', en: 'Value' },
  clientValue: { fr: 'Valeur du client', en: 'Client’s value' },
  value: { fr: 'Valeur', en: 'Value' },
  valueBefore: { fr: 'Valeur avant', en: 'Value before' },
  valueAfter: { fr: 'Valeur après', en: 'Value after' },
  displayValueBefore: { fr: 'Valeur avant', en: 'Value before' },
  displayValueAfter: { fr: 'Valeur après', en: 'Value after' },
  driftedColumns: { fr: 'Variables qui ont dérivé', en: 'Drifted columns' },
  columns: { fr: 'Variables comparées', en: 'Columns compared' },
  share: { fr: 'Part des variables qui ont dérivé', en: 'Share of drifted columns' },
  statistic: { fr: 'Statistique du test', en: 'Test’s statistic' },
  threshold: { fr: 'Seuil du test', en: 'Test’s threshold' },
  importance: { fr: 'Importance dans le modèle', en: 'Importance in the model' },
  creditAmount: { fr: 'Montant du crédit', en: 'Credit amount' },
  annuityAmount: { fr: 'Échéance', en: 'Annuity' },
  termMonths: { fr: 'Durée', en: 'Term' },
  goodsPriceAmount: { fr: 'Prix du bien', en: 'Price of the goods' },
  annualIncomeAmount: { fr: 'Revenu annuel', en: 'Annual income' },
  refusal: { fr: 'Refus de l’outil', en: 'The tool’s refusal' },
  triedScenarios: { fr: 'Scénarios essayés', en: 'Scenarios tried' },
}

const states: Record<string, Record<Language, string>> = {
  before: { fr: 'avant', en: 'before' },
  after: { fr: 'après', en: 'after' },
  reference: { fr: 'référence', en: 'reference' },
  current: { fr: 'période actuelle', en: 'current window' },
  input: { fr: 'demandé', en: 'as asked' },
}

/** What a value is, in plain words: "Médiane · Score externe 2". */
export function describeValue({ keys, owner }: KnownValue, language: Language): string {
  const key = keys.findLast((name) => name in words) ?? keys.at(-1) ?? ''
  const quantity = keys.at(-1) === 'length' ? countWords[language] : (words[key]?.[language] ?? spellOut(key))
  const state = keys.findLast((name) => name in states)
  const parts = [quantity, owner, state && states[state]?.[language]]
  return parts.filter((part) => part).join(' · ')
}

const countWords: Record<Language, string> = { fr: 'Nombre', en: 'Count' }

/** `costPerClient` → "cost per client": a name of the answer that has no words of its own. */
function spellOut(key: string): string {
  return key.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
}
