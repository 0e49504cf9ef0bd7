import { type EvaluationSummary, evaluationSummarySchema } from '#core/contracts/evaluation-summary.ts'
import type { Language } from '#core/contracts/language.ts'
import type { Intent, QualityAspect } from '../../understanding/reading.ts'
import type { AnswerContext } from '../answer-context.ts'
import { readAnswer } from '../read-answer.ts'
import { sayFairness } from './model-fairness.ts'
import { qualityWords } from './model-quality-words.ts'
import { nameCandidate } from './name-candidate.ts'

/** How good the model is, as a whole or in one respect, out of fold. */
export function composeModelQuality(
  { aspect }: Extract<Intent, { kind: 'modelQuality' }>,
  context: AnswerContext,
): string | null {
  const evaluation = readAnswer(context.results, 'readResource', evaluationSummarySchema)
  return evaluation && (aspect ? aspects[aspect] : sayOverview)(evaluation, context)
}

type Say = (evaluation: EvaluationSummary, context: AnswerContext) => string
type Candidate = EvaluationSummary['candidates'][number]
type Estimate = EvaluationSummary['figures']['auc']

const toDecimal =
  ({ format }: AnswerContext) =>
  (figure: number) =>
    format.decimal(figure, 3)

/** A figure's interval, where one was computed, beside its name: " (AUC entre 0,76 et 0,79 …)". */
function sayInterval(
  name: string,
  { low, high }: Estimate,
  language: Language,
  say: (figure: number) => string,
) {
  return low === null || high === null ? '' : qualityWords[language].interval(name, say(low), say(high))
}

function listCandidates(
  { candidates }: EvaluationSummary,
  language: Language,
  say: (candidate: Candidate) => string,
): string {
  if (candidates.length === 0) return ''
  const { colon, candidates: head } = qualityWords[language]
  const lines = candidates.map(
    (candidate) => `- ${nameCandidate(candidate, language)}${colon}${say(candidate)}`,
  )
  return `\n\n${[head, ...lines].join('\n')}`
}

const sayAuc: Say = (evaluation, context) => {
  const { language } = context
  const { names, auc } = qualityWords[language]
  const decimal = toDecimal(context)
  const figure = evaluation.figures.auc
  const candidates = listCandidates(
    evaluation,
    language,
    ({ auc: { mean } }) => `${names.auc} ${decimal(mean)}`,
  )
  return auc(decimal(figure.estimate), sayInterval(names.auc, figure, language, decimal)) + candidates
}

const sayAccuracy: Say = ({ figures }, context) => {
  const { language } = context
  const { names, accuracy } = qualityWords[language]
  const decimal = toDecimal(context)
  const interval = sayInterval(names.accuracy, figures.accuracy, language, decimal)
  return accuracy(decimal(figures.accuracy.estimate), interval)
}

const sayCost: Say = (evaluation, context) => {
  const { language, format } = context
  const { names, cost, threshold } = qualityWords[language]
  const decimal = toDecimal(context)
  const { costPerClient: figure, threshold: cheapest } = evaluation.figures
  const candidates = listCandidates(
    evaluation,
    language,
    ({ costPerClient }) => `${names.cost} ${decimal(costPerClient.mean)}`,
  )
  const lead = cost(decimal(figure.estimate), sayInterval(names.cost, figure, language, decimal))
  return `${lead} ${threshold(format.share(cheapest.estimate))}${candidates}`
}

const sayCalibration: Say = ({ figures, calibration }, context) => {
  const { calibration: say, methods } = qualityWords[context.language]
  const decimal = toDecimal(context)
  return say({
    method: methods[calibration.method],
    ece: decimal(figures.ece.estimate),
    brier: decimal(figures.brier.estimate),
  })
}

const sayTraining: Say = ({ clients, defaults, folds, candidates }, { language, format }) => {
  const say = qualityWords[language]
  const chosen = candidates.find((candidate) => candidate.chosen)
  return [
    say.training(format.integer(clients), format.integer(defaults)),
    folds === null ? '' : say.folds(format.integer(folds)),
    chosen ? say.chosen(nameCandidate(chosen, language)) : '',
    say.judgedApart,
  ]
    .filter(Boolean)
    .join(' ')
}

const saySelection: Say = ({ selection }, { language, format }) => {
  const { selection: say, selected } = qualityWords[language]
  const { candidateFeatures, selectedFeatures } = selection
  const kept = format.integer(selectedFeatures)
  return candidateFeatures === null ? selected(kept) : say(format.integer(candidateFeatures), kept)
}

const aspects: Record<QualityAspect, Say> = {
  auc: sayAuc,
  accuracy: sayAccuracy,
  cost: sayCost,
  calibration: sayCalibration,
  fairness: ({ fairness }, context) => sayFairness(fairness, context),
  training: sayTraining,
  features: saySelection,
}

const sayOverview: Say = ({ figures, clients }, context) => {
  const { language, format } = context
  const { overview, names, of, meaning } = qualityWords[language]
  const decimal = toDecimal(context)
  const { auc, accuracy, costPerClient, ece, brier } = figures
  const lines = [
    `${of(names.auc, decimal(auc.estimate))}${sayInterval(names.auc, auc, language, decimal)}`,
    of(names.accuracy, decimal(accuracy.estimate)),
    of(names.cost, decimal(costPerClient.estimate)),
    of(names.ece, decimal(ece.estimate)),
    of(names.brier, decimal(brier.estimate)),
  ]
  return [overview(format.integer(clients)), lines.map((line) => `- ${line}`).join('\n'), meaning].join(
    '\n\n',
  )
}
