import { summarizeEvaluation } from '#core/advisor/summarize-evaluation.ts'
import type { FixedResource } from '../resource-definition.ts'

export const modelEvaluationResource: FixedResource = {
  uri: 'model://evaluation',
  name: 'modelEvaluation',
  title: 'The model’s evaluation',
  description:
    'How good the served model is, out of fold: AUC, accuracy, cost a client, Brier score, calibration error and threshold with 95 % intervals, the candidates it was chosen among, and its fairness by sex, age and family status.',
  mimeType: 'application/json',
  scope: 'model:read',
  read: (advisor) => summarizeEvaluation(advisor),
}
