import type { ExplainClientAnswer, Reason } from '#core/contracts/explain-client.ts'
import type { Language } from '#core/contracts/language.ts'
import { inventView } from './invent-view.ts'

type Words = Record<Language, string>

interface InventedReason {
  feature: string
  label: Words
  sentence: Words
  own: Words | null
  median: Words
  contribution: number
}

const both = (text: string): Words => ({ fr: text, en: text })

const inventedReasons: InventedReason[] = [
  {
    feature: 'external_score2',
    label: { fr: 'Score externe 2', en: 'External score 2' },
    sentence: {
      fr: 'Score externe 2 : 0,14, nettement sous la médiane (0,54)',
      en: 'External score 2: 0.14, far below the median (0.54)',
    },
    own: { fr: '0,14', en: '0.14' },
    median: { fr: '0,54', en: '0.54' },
    contribution: 0.92,
  },
  {
    feature: 'late_instalment_count_365d',
    label: { fr: 'Paiements en retard sur un an', en: 'Late payments within a year' },
    sentence: {
      fr: 'Trois paiements en retard de plus de 10 jours sur un an',
      en: 'Three payments more than 10 days late within a year',
    },
    own: both('3'),
    median: both('0'),
    contribution: 0.51,
  },
  {
    feature: 'address_years',
    label: { fr: 'Ancienneté à la même adresse', en: 'Years at the same address' },
    sentence: { fr: 'Même adresse depuis 14 ans', en: 'Same address for 14 years' },
    own: { fr: '14 ans', en: '14 years' },
    median: { fr: '8 ans 2 mois', en: '8 years 2 months' },
    contribution: -0.24,
  },
  {
    feature: 'employment_years',
    label: { fr: 'Ancienneté dans l’emploi', en: 'Time in the job' },
    sentence: { fr: 'Ancienneté dans l’emploi : inconnue', en: 'Time in the job: unknown' },
    own: null,
    median: { fr: '4 ans 6 mois', en: '4 years 6 months' },
    contribution: 0.21,
  },
]

const themes: [theme: string, label: Words, contribution: number, mark: number][] = [
  ['external_scores', { fr: 'Scores externes', en: 'External scores' }, 0.92, -4],
  ['repayment_history', { fr: 'Historique de remboursement', en: 'Repayment history' }, 0.51, -3],
  ['requested_credit', { fr: 'Crédit demandé', en: 'Requested credit' }, 0.02, 0],
  ['current_debts', { fr: 'Dettes en cours', en: 'Current debts' }, -0.18, 1],
  ['personal_situation', { fr: 'Situation personnelle', en: 'Personal situation' }, -0.24, 2],
]

const veryLong: Words = {
  fr: 'Part des mensualités payées en retard sur l’ensemble des crédits accordés par d’autres établissements au cours des dix dernières années',
  en: 'Share of instalments paid late over all the credits granted by other institutions during the last ten years',
}

export type InventedExplanation = 'usual' | 'onlyAgainst' | 'onlyFor' | 'long' | 'many'

/** Contributions that add up to the raw score, of several kinds. */
export function inventExplanation(language: Language, kind: InventedExplanation): ExplainClientAnswer {
  const sign = kind === 'onlyFor' ? -1 : 1
  const isOneSided = kind === 'onlyFor' || kind === 'onlyAgainst'
  const move = (contribution: number) => (isOneSided ? sign * Math.abs(contribution) : contribution)
  const count = kind === 'many' ? 20 : inventedReasons.length
  const reasons = Array.from({ length: count }, (_, index): Reason => {
    const invented = inventedReasons[index % inventedReasons.length] as InventedReason
    const contributionLogOdds = move(invented.contribution) / (1 + Math.floor(index / inventedReasons.length))
    const round = index < inventedReasons.length ? '' : `_${index}`
    return {
      feature: invented.feature + round,
      label: kind === 'long' ? veryLong[language] : invented.label[language],
      sentence: kind === 'long' ? `${veryLong[language]} : 100 %` : invented.sentence[language],
      theme: 'external_scores',
      value: invented.own ? 1 : null,
      displayValue: invented.own?.[language] ?? (language === 'fr' ? 'inconnu' : 'unknown'),
      medianDisplayValue: invented.median[language],
      contributionLogOdds,
      direction: contributionLogOdds > 0 ? 'raisesRisk' : 'lowersRisk',
    }
  })
  const named = reasons.reduce((sum, { contributionLogOdds }) => sum + contributionLogOdds, 0)
  const baseValueLogOdds = -2.91
  const otherContributionLogOdds = sign * 0.13
  return {
    ...inventView(0.136).score,
    rawScoreLogOdds: baseValueLogOdds + named + otherContributionLogOdds,
    baseValueLogOdds,
    reasons,
    otherContributionLogOdds,
    themes: themes.map(([theme, label, contribution, mark]) => ({
      theme,
      label: kind === 'long' ? veryLong[language] : label[language],
      contributionLogOdds: move(contribution),
      mark: isOneSided ? -sign * Math.abs(mark) : mark,
    })),
    additivityError: 0,
  }
}
