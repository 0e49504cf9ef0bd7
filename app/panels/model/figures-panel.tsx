import type { Estimate } from '#core/contracts/bundle-evaluation.ts'
import { useIntervalWords } from '../../components/use-interval-words.ts'
import { useMessages } from '../../components/use-messages.ts'
import { computeBlanketCosts } from '../../model-page/compute-cost.ts'
import type { ModelPage } from '../../model-page/model-page.ts'
import { Panel } from '../panel.tsx'

interface Headline {
  key: string
  name: string
  figure: string
  interval: string
  meaning: string
}

/** The five figures that a model is judged by, each with its interval and what it means. */
export function FiguresPanel({ model }: { model: ModelPage }) {
  const { t } = useMessages()
  return (
    <Panel
      id="figures"
      title={t('model.figures.title')}
      note={t(model.evaluation ? 'model.figures.note' : 'model.figures.bare')}
      className="flex flex-col lg:col-span-7 print:col-span-full"
    >
      <dl className="mt-2 flex flex-1 flex-col">
        {useHeadlines(model).map(({ key, name, figure, interval, meaning }) => (
          <div
            key={key}
            className="grid grid-cols-[minmax(0,1fr)_auto] flex-1 content-center items-baseline gap-x-6 border-t border-line py-3 first:border-0"
          >
            <dt>
              <span className="font-[580]">{name}</span>
            </dt>
            <dd className="self-start text-right sm:row-span-2">
              <span className="block text-[1.625rem] leading-8 font-[640] tracking-[-0.02em]">{figure}</span>
              {interval && <span className="block text-xs whitespace-nowrap text-ink-3">{interval}</span>}
            </dd>
            <dd className="mt-0.5 max-w-prose text-ink-2 max-sm:col-span-2">{meaning}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function useHeadlines({ metrics, evaluation, trainingData, decision }: ModelPage): Headline[] {
  const { t, format } = useMessages()
  const interval = useIntervalWords()
  const figures = evaluation?.figures
  const rate = trainingData.defaults / trainingData.clients
  const ratio = decision.falseNegativeCost / decision.falsePositiveCost
  const { grantAll } = computeBlanketCosts(trainingData, ratio)
  const decimal = (digits: number) => (figure: number) => format.decimal(figure, digits)
  const percent = (figure: number) => format.decimal(figure * 100, 0)
  const show = (
    key: string,
    {
      name,
      estimate,
      bare,
      write,
      meaning,
    }: Omit<Headline, 'key' | 'figure' | 'interval'> & {
      estimate: Estimate | undefined
      bare: number
      write(figure: number): string
    },
  ): Headline => ({
    key,
    name,
    meaning,
    figure: write(estimate?.estimate ?? bare),
    interval: estimate ? interval(estimate, write) : '',
  })
  const auc = figures?.auc.estimate ?? metrics.auc
  const accuracy = figures?.accuracy.estimate ?? metrics.accuracy
  const ece = figures?.ece.estimate ?? metrics.ece
  return [
    show('auc', {
      name: t('model.auc'),
      estimate: figures?.auc,
      bare: metrics.auc,
      write: decimal(3),
      meaning: t('model.auc.meaning', { percent: percent(auc) }),
    }),
    show('cost', {
      name: t('model.costPerClient'),
      estimate: figures?.costPerClient,
      bare: metrics.costPerClient,
      write: decimal(3),
      meaning: t('model.costPerClient.meaning', {
        ratio: format.compact(ratio),
        blanket: format.decimal(grantAll, 3),
      }),
    }),
    show('accuracy', {
      name: t('model.accuracy'),
      estimate: figures?.accuracy,
      bare: metrics.accuracy,
      write: format.share,
      meaning: t('model.accuracy.meaning', { right: percent(accuracy), blanket: percent(1 - rate) }),
    }),
    show('brier', {
      name: t('model.brier'),
      estimate: figures?.brier,
      bare: metrics.brier,
      write: decimal(4),
      meaning: t('model.brier.meaning', { blanket: format.decimal(rate * (1 - rate), 4) }),
    }),
    show('ece', {
      name: t('model.ece'),
      estimate: figures?.ece,
      bare: metrics.ece,
      write: decimal(4),
      meaning: t('model.ece.meaning', { points: format.decimal(ece * 100, 1) }),
    }),
  ]
}
