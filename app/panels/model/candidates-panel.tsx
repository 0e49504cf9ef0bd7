import type { BundleEvaluation, BundleRun } from '#core/contracts/bundle-evaluation.ts'
import { createPlotScale } from '../../charts/create-plot-scale.ts'
import { IntervalBar } from '../../charts/interval-bar.tsx'
import { ChosenBadge } from '../../components/chosen-badge.tsx'
import { useMessages } from '../../components/use-messages.ts'
import { Panel } from '../panel.tsx'
import { FoldFigure } from './fold-figure.tsx'
import { useCandidateWords } from './use-candidate-words.ts'
import { useChoiceSentence } from './use-choice-sentence.ts'

type Candidate = BundleEvaluation['candidates'][number]

interface CandidatesPanelProps {
  evaluation: Pick<BundleEvaluation, 'candidates' | 'folds'>
  run: BundleRun | null
}

/** The candidates, judged on the same folds: mean and deviation of each figure, the chosen one marked, and why. */
export function CandidatesPanel({ evaluation, run }: CandidatesPanelProps) {
  const { t, format } = useMessages()
  const { candidates, folds } = evaluation
  // The dummy lies far off: with it in view, the others could not be told apart.
  const costs = candidates.filter(({ model }) => model !== 'dummy').map(({ costPerClient }) => costPerClient)
  const scale = createPlotScale({
    min: Math.min(...costs.map(({ mean, deviation }) => mean - deviation)),
    max: Math.max(...costs.map(({ mean, deviation }) => mean + deviation)),
  })
  const header = 'border-b border-line py-2 align-bottom font-[560]'
  return (
    <Panel
      id="candidates"
      title={t('model.candidates.title')}
      note={t('model.candidates.note', { folds: format.integer(folds) })}
      className="col-span-full"
    >
      <p className="mt-1 max-w-[80ch] text-ink-2">{useChoiceSentence(candidates)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section tabIndex={0} aria-label={t('model.candidates.caption')} className="mt-3 overflow-x-auto">
        <table className="w-full border-separate border-spacing-0">
          <caption className="sr-only">{t('model.candidates.caption')}</caption>
          <thead className="text-xs text-ink-2">
            <tr className="[&>th+th]:pl-4">
              <th scope="col" className={`${header} pl-2 text-left`}>
                {t('model.column.candidate')}
              </th>
              <th scope="col" colSpan={2} className={`${header} text-left sm:min-w-56`}>
                {t('model.costPerClient')}
              </th>
              {(
                [
                  'model.auc',
                  'model.accuracy',
                  'model.precision',
                  'model.recall',
                  'model.brier',
                  'model.ece',
                ] as const
              ).map((key) => (
                <th key={key} scope="col" className={`${header} text-right`}>
                  {t(key)}
                </th>
              ))}
              <th scope="col" className={`${header} pr-2 text-right`}>
                {t('model.column.seconds')}
              </th>
            </tr>
          </thead>
          <tbody>
            {candidates.map((candidate) => (
              <CandidateRow
                key={candidate.name}
                candidate={candidate}
                scale={scale}
                chosenCost={candidates.find(({ chosen }) => chosen)?.costPerClient.mean}
                seconds={run?.secondsByCandidate[candidate.name]}
              />
            ))}
          </tbody>
        </table>
      </section>
      <p className="mt-3 max-w-[80ch] text-xs text-ink-3">{t('model.candidates.key')}</p>
    </Panel>
  )
}

interface CandidateRowProps {
  candidate: Candidate
  scale: ReturnType<typeof createPlotScale>
  chosenCost: number | undefined
  seconds: number | undefined
}

function CandidateRow({ candidate, scale, chosenCost, seconds }: CandidateRowProps) {
  const { t, format } = useMessages()
  const words = useCandidateWords()(candidate)
  const { costPerClient, chosen } = candidate
  return (
    <tr
      className={`[&>*]:border-b [&>*]:border-line [&>*]:py-2.5 [&>td]:pl-4 [&>td]:whitespace-nowrap ${chosen ? 'bg-accent-soft/60' : ''}`}
    >
      <th scope="row" className={`min-w-44 pl-2 text-left ${chosen ? 'font-[620]' : 'font-[560]'}`}>
        {words.model}
        {chosen && <ChosenBadge />}
        <span className="block text-xs font-normal text-ink-2">
          {words.imbalance}
          {!candidate.servable && candidate.model !== 'dummy' && ` · ${t('model.candidate.notServable')}`}
        </span>
      </th>
      <td className="w-40 min-w-28 max-sm:hidden">
        <IntervalBar
          scale={scale}
          estimate={costPerClient.mean}
          low={costPerClient.mean - costPerClient.deviation}
          high={costPerClient.mean + costPerClient.deviation}
          isStrong={chosen}
          {...(chosenCost !== undefined && { reference: chosenCost })}
        />
      </td>
      <FoldFigure figure={costPerClient} write={(figure) => format.decimal(figure, 3)} isStrong />
      <FoldFigure figure={candidate.auc} write={(figure) => format.decimal(figure, 3)} />
      <FoldFigure figure={candidate.accuracy} write={(figure) => format.decimal(figure, 3)} />
      <FoldFigure figure={candidate.precision} write={(figure) => format.decimal(figure, 3)} />
      <FoldFigure figure={candidate.recall} write={(figure) => format.decimal(figure, 3)} />
      <FoldFigure figure={candidate.brier} write={(figure) => format.decimal(figure, 4)} />
      <FoldFigure figure={candidate.ece} write={(figure) => format.decimal(figure, 4)} />
      <td className="pr-2 text-right">
        {seconds === undefined ? '–' : format.decimal(seconds, seconds < 10 ? 1 : 0)}
      </td>
    </tr>
  )
}
