import type { Language } from '#core/contracts/language.ts'
import type { SimulateClientAnswer } from '#core/contracts/simulate-client.ts'
import type { SuggestChangesAnswer, Suggestion } from '#core/contracts/suggest-changes.ts'
import { inventDecision } from './invent-view.ts'
import { inventedProvenance } from './invented-clients.ts'

const scored = (probabilityOfDefault: number) => ({
  ...inventDecision(probabilityOfDefault),
  rawScoreLogOdds: Math.log(probabilityOfDefault / (1 - probabilityOfDefault)),
})

/** A smaller amount at the same term, better or worse for the client. */
export function inventSimulation(language: Language, after: number): SimulateClientAnswer {
  const say = (french: string, english: string) => (language === 'fr' ? french : english)
  return {
    clientId: 104218,
    changes: { creditAmount: 331000, contractType: 'Revolving loans' },
    before: scored(0.136),
    after: scored(after),
    decisionThreshold: 0.0912,
    movedFeatures: [
      {
        feature: 'credit_amount',
        label: say('Montant du crédit demandé', 'Amount of the credit asked for'),
        unit: 'amount',
        valueBefore: 406597.5,
        valueAfter: 331000,
        displayValueBefore: say('406\u202f598 €', '€406,598'),
        displayValueAfter: say('331\u202f000 €', '€331,000'),
        contributionBeforeLogOdds: 0.1,
        contributionAfterLogOdds: after < 0.136 ? -0.21 : 0.4,
      },
      {
        feature: 'contract_type_code',
        label: say('Type de contrat', 'Type of contract'),
        unit: 'code',
        valueBefore: 1,
        valueAfter: 2,
        displayValueBefore: say('Prêt personnel', 'Cash loan'),
        displayValueAfter: say('Crédit renouvelable', 'Revolving credit'),
        contributionBeforeLogOdds: 0,
        contributionAfterLogOdds: 0.04,
      },
      {
        feature: 'credit_to_income_ratio',
        label: say('Crédit ÷ revenu', 'Credit ÷ income'),
        unit: 'ratio',
        valueBefore: 2.01,
        valueAfter: null,
        displayValueBefore: say('2,01', '2.01'),
        displayValueAfter: say('inconnu', 'unknown'),
        contributionBeforeLogOdds: 0,
        contributionAfterLogOdds: 0,
      },
    ],
    otherContributionChangeLogOdds: 0.02,
    provenance: inventedProvenance,
  }
}

/** A number of suggestions, or why there is none. */
export function inventSuggestions(
  language: Language,
  outcome: SuggestChangesAnswer['outcome'],
  count = 0,
): SuggestChangesAnswer {
  const say = (french: string, english: string) => (language === 'fr' ? french : english)
  const suggestions: Suggestion[] = [
    {
      changes: { creditAmount: 331000, annuityAmount: 16754, goodsPriceAmount: 285740 },
      sentence: say(
        'Ramener le montant à 331\u202f000 €, sur la même durée',
        'Lower the amount to €331,000, over the same term',
      ),
      effort: 0.2,
      turnsTo: 'review',
      after: scored(0.088),
    },
    {
      changes: { termMonths: 27 },
      sentence: say('Passer la durée de 20 à 27 échéances', 'Change the term from 20 to 27 instalments'),
      effort: 0.3,
      turnsTo: 'review',
      after: scored(0.0911),
    },
    {
      changes: { creditAmount: 366000, annuityAmount: 18525 },
      sentence: say(
        'Apporter 40\u202f598 € de plus sur le bien et emprunter 366\u202f000 €',
        'Pay €40,598 more down on the good and borrow €366,000',
      ),
      effort: 0.1,
      turnsTo: 'grant',
      after: scored(0.07),
    },
  ]
  return {
    clientId: 104218,
    outcome,
    before: scored(outcome === 'notNeeded' ? 0.04 : 0.136),
    decisionThreshold: 0.0912,
    suggestions: suggestions.slice(0, count),
    triedScenarios: outcome === 'none' ? 254 : 0,
    provenance: inventedProvenance,
  }
}
