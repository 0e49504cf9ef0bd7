import type { ReactNode } from 'react'
import { DataTable } from '../../charts/data-table.tsx'
import { useIntervalWords } from '../../components/use-interval-words.ts'
import { useMessages } from '../../components/use-messages.ts'
import type { MessageKey } from '../../messages/fr.ts'
import type { ModelPage } from '../../model-page/model-page.ts'
import { Panel } from '../panel.tsx'
import { useTrainingWords } from './use-training-words.ts'

const calibrationWords: Record<ModelPage['calibrationMethod'], MessageKey> = {
  none: 'model.calibration.none.said',
  sigmoid: 'model.calibration.sigmoid.said',
  isotonic: 'model.calibration.isotonic.said',
}

/** What the served model is: kind, data, features, rule, origin. */
export function IdentityPanel({ model }: { model: ModelPage }) {
  const { t, format } = useMessages()
  const training = useTrainingWords(model)
  const { trainingData, evaluation, decision } = model
  const facts: [name: string, said: ReactNode, detail?: string][] = [
    [
      t('model.identity.version'),
      <span key="version" className="wrap-anywhere">
        {model.modelVersion}
      </span>,
      t('model.identity.hash', { hash: model.modelSha256.slice(0, 12) }),
    ],
    [
      t('model.identity.kind'),
      t('model.identity.trees', { trees: format.integer(model.treeCount) }),
      t('model.identity.seed', { seed: String(model.seed) }),
    ],
    [
      t('model.identity.data'),
      <span key="data" className="wrap-anywhere">
        {trainingData.dataVersion}
      </span>,
      t(trainingData.origin === 'demo' ? 'footer.origin.demo' : 'footer.origin.import'),
    ],
    [
      t('model.identity.clients'),
      format.integer(trainingData.clients),
      t('model.identity.defaults', {
        defaults: format.integer(trainingData.defaults),
        rate: format.share(trainingData.defaults / trainingData.clients),
      }),
    ],
    [
      t('model.identity.features'),
      format.integer(model.featureCount),
      evaluation
        ? t('model.identity.selected', { candidates: format.integer(evaluation.selection.candidateFeatures) })
        : '',
    ],
    [t('model.calibration.title'), t(calibrationWords[model.calibrationMethod])],
    [t('model.identity.threshold'), format.share(decision.threshold), useThresholdWords(model)],
    [
      t('model.identity.costs'),
      t('model.ratio', { ratio: format.compact(decision.falseNegativeCost / decision.falsePositiveCost) }),
      t('model.identity.costs.said'),
    ],
    [t('model.identity.trained'), training.moment, training.detail],
  ]
  return (
    <Panel id="identity" title={t('model.identity.title')} className="lg:col-span-5 print:col-span-full">
      <dl className="mt-2">
        {facts.map(([name, said, detail]) => (
          <div
            key={name}
            className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-x-4 border-t border-line py-2 first:border-0"
          >
            <dt className="text-ink-2">{name}</dt>
            <dd className="font-[560]">
              {said}
              {detail && <span className="block text-xs font-normal text-ink-3">{detail}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {model.reproduction && <Reproduction reproduction={model.reproduction} />}
    </Panel>
  )
}

/** What two trainings must share to give the same model, byte for byte. */
function Reproduction({ reproduction }: { reproduction: NonNullable<ModelPage['reproduction']> }) {
  const { t } = useMessages()
  const shorten = (hash: string | null) => hash?.slice(0, 12) ?? '–'
  return (
    <DataTable
      title={t('model.reproduction.title')}
      caption={t('model.reproduction.caption')}
      columns={[t('model.reproduction.part'), t('model.reproduction.hash')]}
      rows={[
        { key: 'data', cells: [t('model.identity.data'), reproduction.dataVersion] },
        { key: 'seed', cells: [t('model.reproduction.seed'), String(reproduction.seed)] },
        { key: 'code', cells: [t('model.reproduction.code'), shorten(reproduction.codeSha256)] },
        { key: 'lock', cells: [t('model.reproduction.lock'), shorten(reproduction.lockSha256)] },
        { key: 'sql', cells: [t('model.reproduction.sql'), shorten(reproduction.featuresSqlSha256)] },
      ]}
    />
  )
}

/** How far the threshold lies from where perfect calibration would put it, and how sure that is. */
function useThresholdWords({ evaluation, decision }: ModelPage): string {
  const { t, format } = useMessages()
  const interval = useIntervalWords()
  const { falseNegativeCost, falsePositiveCost, threshold } = decision
  const indifference = falsePositiveCost / (falsePositiveCost + falseNegativeCost)
  const points = Math.round((threshold - indifference) * 1000) / 10
  const distance = t(
    points < 0 ? 'model.threshold.below' : points > 0 ? 'model.threshold.above' : 'model.threshold.at',
    { points: format.points(points), count: Math.abs(points), indifference: format.share(indifference) },
  )
  return evaluation ? `${interval(evaluation.figures.threshold, format.share)} · ${distance}` : distance
}
