import type { BundleEvaluation } from '#core/contracts/bundle-evaluation.ts'
import { useMessages } from '../../components/use-messages.ts'
import type { MessageKey } from '../../messages/fr.ts'

type Candidate = Pick<BundleEvaluation['candidates'][number], 'model' | 'imbalance'>

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

/** What a candidate is called, and how it answered the imbalance; the dummy has none to answer. */
export function useCandidateWords(): (candidate: Candidate) => { model: string; imbalance: string } {
  const { t } = useMessages()
  return ({ model, imbalance }) => ({
    model: t(models[model]),
    imbalance: model === 'dummy' ? t('model.imbalance.dummy') : t(imbalances[imbalance]),
  })
}
