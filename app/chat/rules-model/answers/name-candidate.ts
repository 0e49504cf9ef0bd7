import type { BundleEvaluation } from '#core/contracts/bundle-evaluation.ts'
import type { Language } from '#core/contracts/language.ts'
import { formatMessage } from '../../../messages/format-message.ts'
import type { MessageKey } from '../../../messages/fr.ts'

type Candidate = BundleEvaluation['candidates'][number]

const models: Record<Candidate['model'], MessageKey> = {
  dummy: 'model.candidate.dummy',
  logistic_regression: 'model.candidate.logistic',
  random_forest: 'model.candidate.forest',
  lightgbm: 'model.candidate.lightgbm',
}

const imbalances: Record<Candidate['imbalance'], MessageKey> = {
  none: 'model.imbalance.none',
  class_weight: 'model.imbalance.weight',
  undersampling: 'model.imbalance.undersampling',
  smote: 'model.imbalance.smote',
}

/** What the model's page calls a candidate. */
export function nameCandidate(
  { model, imbalance }: Pick<Candidate, 'model' | 'imbalance'>,
  language: Language,
): string {
  const name = formatMessage(language, models[model])
  if (model === 'dummy' || imbalance === 'none') return name
  return formatMessage(language, 'model.candidate.named', {
    model: name,
    imbalance: formatMessage(language, imbalances[imbalance]),
  })
}
