import type { Language } from '#core/contracts/language.ts'
import {
  type ClientChanges,
  type MovedFeature,
  type SimulateClientAnswer,
  simulateClientAnswerSchema,
} from '#core/contracts/simulate-client.ts'

import { adviceWords } from '#core/contracts/wording/describe-score.ts'
import { type AnswerContext, labelCategory } from '../answer-context.ts'
import { readAnswer } from '../read-answer.ts'
import { sayContribution } from './say-contribution.ts'

const mostMoved = 4
/** Moves that two decimals don't show are none. */
const smallestMove = 0.005

type Sides = Record<'before' | 'after', string>
type ChangeWords = { [Field in keyof ClientChanges]-?: (value: string) => string }

interface Words {
  /** Said where the changes came to nothing that could be tried. */
  nothing: string
  turned: (advice: Sides) => string
  kept: (advice: string) => string
  with: (changes: string) => string
  moves: (repayment: Sides, risk: Sides, threshold: string) => string
  stays: (repayment: string, threshold: string) => string
  classes: (letters: Sides) => string
  changes: ChangeWords
  and: string
  moved: string
  feature: (label: string, values: Sides, contributions: Sides) => string
}

const words: Record<Language, Words> = {
  fr: {
    nothing:
      'La demande n’indique pas le montant qu’il faudrait changer, ou il n’en resterait rien. Donnez la valeur à essayer : un montant, ou une durée en mois.',
    turned: ({ before, after }) => `**L’avis changerait** : ${after} (avant : ${before}).`,
    kept: (advice) => `**L’avis ne changerait pas** : ${advice}.`,
    with: (changes) => `Avec ${changes},`,
    moves: (repayment, risk, threshold) =>
      `la probabilité de remboursement passerait de ${repayment.before} à ${repayment.after}. La probabilité de défaut passerait de ${risk.before} à ${risk.after}. Le seuil de refus est de ${threshold}.`,
    stays: (repayment, threshold) =>
      `la probabilité de remboursement resterait de ${repayment}. En probabilité de défaut, le seuil de refus est de ${threshold}.`,
    classes: ({ before, after }) => `Le dossier passerait de la classe ${before} à la classe ${after}.`,
    changes: {
      creditAmount: (amount) => `un crédit de ${amount}`,
      annuityAmount: (amount) => `une échéance de ${amount}`,
      termMonths: (count) => `un remboursement en ${count} échéances`,
      goodsPriceAmount: (amount) => `un bien à ${amount}`,
      annualIncomeAmount: (amount) => `un revenu annuel de ${amount}`,
      contractType: (label) => `un contrat « ${label} »`,
    },
    and: ' et ',
    moved: 'Ce qui bouge le plus :',
    feature: (label, values, contributions) =>
      `${label} : ${values.before} avant, ${values.after} après. Contribution : ${contributions.before} avant, ${contributions.after} après`,
  },
  en: {
    nothing:
      'The application does not state the amount to change, or nothing would be left of it. Give the value to try: an amount, or a term in months.',
    turned: ({ before, after }) => `**The advice would change**: ${after} (before: ${before}).`,
    kept: (advice) => `**The advice would not change**: ${advice}.`,
    with: (changes) => `With ${changes},`,
    moves: (repayment, risk, threshold) =>
      `the probability of repayment would go from ${repayment.before} to ${repayment.after}. The probability of default would go from ${risk.before} to ${risk.after}. The refusal threshold is ${threshold}.`,
    stays: (repayment, threshold) =>
      `the probability of repayment would stay at ${repayment}. As a probability of default, the refusal threshold is ${threshold}.`,
    classes: ({ before, after }) => `The application would go from class ${before} to class ${after}.`,
    changes: {
      creditAmount: (amount) => `a credit of ${amount}`,
      annuityAmount: (amount) => `an instalment of ${amount}`,
      termMonths: (count) => `repayment in ${count} instalments`,
      goodsPriceAmount: (amount) => `goods priced at ${amount}`,
      annualIncomeAmount: (amount) => `an annual income of ${amount}`,
      contractType: (label) => `a contract “${label}”`,
    },
    and: ' and ',
    moved: 'What moves most:',
    feature: (label, values, contributions) =>
      `${label}: ${values.before} before, ${values.after} after. Contribution: ${contributions.before} before, ${contributions.after} after`,
  },
}

/** Whether the advice would turn, the probabilities before and after, and what moved them. */
export function composeSimulate(context: AnswerContext): string | null {
  const answer = readAnswer(context.results, 'simulateClient', simulateClientAnswerSchema)
  if (!answer) return context.results.length === 0 ? words[context.language].nothing : null
  const { before, after, movedFeatures } = answer
  const { classes } = words[context.language]
  const letters =
    before.riskClass === after.riskClass ? '' : classes({ before: before.riskClass, after: after.riskClass })
  return [
    sayAdvice(answer, context.language),
    [sayProbabilities(answer, context), letters].filter(Boolean).join(' '),
    listMoved(movedFeatures, context.language),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function sayAdvice({ before, after }: SimulateClientAnswer, language: Language): string {
  const { turned, kept } = words[language]
  const say = adviceWords[language]
  return before.advice === after.advice
    ? kept(say[after.advice])
    : turned({ before: say[before.advice], after: say[after.advice] })
}

function sayProbabilities(answer: SimulateClientAnswer, context: AnswerContext): string {
  const { before, after, decisionThreshold, changes } = answer
  const { language, format } = context
  const say = words[language]
  const repayment = {
    before: format.probability(before.probabilityOfRepayment),
    after: format.probability(after.probabilityOfRepayment),
  }
  const risk = {
    before: format.probability(before.probabilityOfDefault),
    after: format.probability(after.probabilityOfDefault),
  }
  const threshold = format.share(decisionThreshold)
  const outcome =
    repayment.before === repayment.after
      ? say.stays(repayment.after, threshold)
      : say.moves(repayment, risk, threshold)
  return `${say.with(sayChanges(changes, context))} ${outcome}`
}

function sayChanges(changes: ClientChanges, context: AnswerContext): string {
  const { language, format } = context
  const say = words[language]
  const parts = (Object.keys(say.changes) as (keyof ClientChanges)[]).flatMap((field) => {
    const value = changes[field]
    if (value === undefined) return []
    if (typeof value === 'string') return [say.changes[field](labelCategory(context, 'contractType', value))]
    return [say.changes[field](field === 'termMonths' ? format.compact(value) : format.money(value))]
  })
  return [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(say.and)
}

function listMoved(moved: readonly MovedFeature[], language: Language): string {
  const say = words[language]
  const telling = moved
    .filter(
      ({ contributionBeforeLogOdds, contributionAfterLogOdds }) =>
        Math.abs(contributionAfterLogOdds - contributionBeforeLogOdds) >= smallestMove,
    )
    .slice(0, mostMoved)
  if (telling.length === 0) return ''
  const lines = telling.map((feature) => {
    const values = { before: feature.displayValueBefore, after: feature.displayValueAfter }
    const contributions = {
      before: sayContribution(feature.contributionBeforeLogOdds, language),
      after: sayContribution(feature.contributionAfterLogOdds, language),
    }
    return `- ${say.feature(feature.label, values, contributions)}`
  })
  return [say.moved, ...lines].join('\n')
}
