import type { BundleEvaluation } from '#core/contracts/bundle-evaluation.ts'
import type { ViewModelAnswer } from '#core/contracts/view-model.ts'
import { thinCurve } from '../charts/thin-curve.ts'
import { type Decisions, toDecisions } from './decisions.ts'

/** The evaluation as the page carries it: decisions column by column, curves without what no eye could tell. */
export interface ModelEvaluation extends Omit<BundleEvaluation, 'confusion'> {
  decisions: Decisions
}

export interface ModelPage extends Omit<ViewModelAnswer, 'evaluation'> {
  evaluation: ModelEvaluation | null
}

/** What the model's page is drawn from. */
export function toModelPage(answer: ViewModelAnswer): ModelPage {
  return { ...answer, evaluation: answer.evaluation && toModelEvaluation(answer.evaluation) }
}

/** The evaluation of a bundle, made light for the page. */
export function toModelEvaluation(evaluation: BundleEvaluation): ModelEvaluation {
  const { confusion: _, ...kept } = evaluation
  return {
    ...kept,
    roc: thinCurve(evaluation.roc, ({ falsePositiveRate, truePositiveRate }) => [
      falsePositiveRate,
      truePositiveRate,
    ]),
    precisionRecall: thinCurve(evaluation.precisionRecall, ({ recall, precision }) => [recall, precision]),
    decisions: toDecisions(evaluation),
  }
}
