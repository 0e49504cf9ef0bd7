import { DataTable } from '../../charts/data-table.tsx'
import { pickRows } from '../../charts/pick-rows.ts'
import { PrecisionRecallChart } from '../../charts/precision-recall-chart.tsx'
import { RocChart } from '../../charts/roc-chart.tsx'
import { useIntervalWords } from '../../components/use-interval-words.ts'
import { useMessages } from '../../components/use-messages.ts'
import { locateThreshold } from '../../model-page/choose-threshold.ts'
import type { ModelEvaluation } from '../../model-page/model-page.ts'
import { Panel } from '../panel.tsx'

interface RankingPanelProps {
  evaluation: ModelEvaluation
  servedThreshold: number
}

/** Rates at the served threshold. */
function readServedRates({ decisions }: ModelEvaluation, threshold: number) {
  const index = locateThreshold(decisions, threshold)
  const caught = decisions.defaultsRefused[index] as number
  const wronged = decisions.goodRefused[index] as number
  return {
    truePositiveRate: caught / decisions.defaults,
    falsePositiveRate: wronged / (decisions.clients - decisions.defaults),
    precision: caught + wronged === 0 ? 0 : caught / (caught + wronged),
  }
}

/** The ROC curve: how well defaults and good clients are told apart, whatever the threshold. */
export function RocPanel({ evaluation, servedThreshold }: RankingPanelProps) {
  const { t, format } = useMessages()
  const interval = useIntervalWords()
  const { auc } = evaluation.figures
  const served = readServedRates(evaluation, servedThreshold)
  const sentence = t('model.roc.sentence', {
    threshold: format.share(servedThreshold),
    caught: format.share(served.truePositiveRate),
    wronged: format.share(served.falsePositiveRate),
  })
  const decimal = (figure: number) => format.decimal(figure, 3)
  return (
    <Panel
      id="ranking"
      title={t('model.ranking.title')}
      note={t('model.roc.note', { auc: decimal(auc.estimate), interval: interval(auc, decimal) })}
      className="lg:col-span-6"
    >
      <p className="mt-1 text-ink-2">{sentence}</p>
      <RocChart
        roc={evaluation.roc}
        served={served}
        servedLabel={t('model.mark.served', { threshold: format.share(servedThreshold) })}
        description={t('model.roc.description', { auc: decimal(auc.estimate), sentence })}
      />
      <DataTable
        caption={t('model.roc.caption')}
        columns={[t('model.column.threshold'), t('model.roc.axis.x'), t('model.roc.axis.y')]}
        rows={pickRows(evaluation.roc, ({ falsePositiveRate }) => falsePositiveRate).map((point) => ({
          key: `${point.threshold} ${point.falsePositiveRate}`,
          cells: [
            format.share(Math.min(1, point.threshold)),
            format.share(point.falsePositiveRate),
            format.share(point.truePositiveRate),
          ],
        }))}
      />
    </Panel>
  )
}

/** The precision-recall curve: what a refusal is worth, among few defaults. */
export function PrecisionRecallPanel({ evaluation, servedThreshold }: RankingPanelProps) {
  const { t, format } = useMessages()
  const { truePositiveRate: recall, precision } = readServedRates(evaluation, servedThreshold)
  const defaultRate = evaluation.defaults / evaluation.clients
  const sentence = t('model.pr.sentence', {
    precision: format.decimal(precision * 100, 0),
    rate: format.decimal(defaultRate * 100, 0),
  })
  return (
    <Panel id="precision-recall" title={t('model.pr.title')} className="lg:col-span-6">
      <p className="mt-1 text-ink-2">{sentence}</p>
      <PrecisionRecallChart
        curve={evaluation.precisionRecall}
        defaultRate={defaultRate}
        served={{ recall, precision }}
        servedLabel={t('model.mark.served', { threshold: format.share(servedThreshold) })}
        description={t('model.pr.description', {
          sentence,
          recall: format.share(recall),
          precision: format.share(precision),
        })}
      />
      <DataTable
        caption={t('model.pr.caption')}
        columns={[t('model.column.threshold'), t('model.pr.axis.x'), t('model.pr.axis.y')]}
        rows={pickRows(evaluation.precisionRecall, (point) => point.recall).map((point) => ({
          key: `${point.threshold} ${point.recall}`,
          cells: [
            format.share(Math.min(1, point.threshold)),
            format.share(point.recall),
            format.share(point.precision),
          ],
        }))}
      />
    </Panel>
  )
}
