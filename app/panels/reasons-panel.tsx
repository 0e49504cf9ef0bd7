import type { ExplainClientAnswer } from '#core/contracts/explain-client.ts'
import { computeWaterfall, type Waterfall } from '../charts/compute-waterfall.ts'
import { DataTable } from '../charts/data-table.tsx'
import { WaterfallEnd } from '../charts/waterfall-step-bar.tsx'
import { type ReasonCount, reasonCounts } from '../client-page/client-page-query.ts'
import { StateLink } from '../components/state-link.tsx'
import { useMessages } from '../components/use-messages.ts'
import { formatSigned } from '../format/format-signed.ts'
import { typeset } from '../messages/typeset.ts'
import type { PanelAnswer } from '../panel-answer.ts'
import { Panel } from './panel.tsx'
import { PanelProblemNote } from './panel-problem.tsx'
import { ReasonRow, reasonGrid } from './reason-row.tsx'

interface ReasonsPanelProps {
  explanation: PanelAnswer<ExplainClientAnswer>
  reasonCount: ReasonCount
  /** Whether all there is to see is shown: no links to more or fewer reasons. */
  isWhole?: boolean
}

/** Why the score is what it is: the way from the average client to this one, reason by reason. */
export function ReasonsPanel({ explanation, reasonCount, isWhole = false }: ReasonsPanelProps) {
  const { t } = useMessages()
  return (
    <Panel
      id="reasons"
      title={t('reasons.title')}
      note={t('reasons.note')}
      className="flex flex-col lg:col-span-7 print:col-span-full print:break-inside-auto"
    >
      {explanation.answer ? (
        <Reasons explanation={explanation.answer} reasonCount={reasonCount} isWhole={isWhole} />
      ) : (
        <PanelProblemNote problem={explanation.problem} />
      )}
    </Panel>
  )
}

function Reasons({
  explanation,
  reasonCount,
  isWhole,
}: {
  explanation: ExplainClientAnswer
  reasonCount: ReasonCount
  isWhole: boolean
}) {
  const { t, format } = useMessages()
  const waterfall = computeWaterfall(explanation, reasonCount)
  const { baseValueLogOdds } = explanation
  return (
    <>
      <p className="mt-1 text-ink-2">{useReasonsSummary(explanation)}</p>
      <div className={`${reasonGrid} mt-3`}>
        <p className="text-ink-2">{t('reasons.start')}</p>
        <p className="text-right text-ink-2 sm:order-last">{formatSigned(format, baseValueLogOdds, 2)}</p>
        <div className="max-sm:col-span-2">
          <WaterfallEnd waterfall={waterfall} isStart />
        </div>
      </div>
      <ol className="flex flex-1 flex-col [&>*]:flex-1">
        {waterfall.steps.map((step) => (
          <ReasonRow key={step.reason?.feature ?? 'others'} step={step} base={waterfall.base} />
        ))}
      </ol>
      <div className={`${reasonGrid} border-t border-edge`}>
        <p className="font-[580]">{t('reasons.end')}</p>
        <p className="text-right font-[580] sm:order-last">{formatSigned(format, waterfall.endLogOdds, 2)}</p>
        <div className="max-sm:col-span-2">
          <WaterfallEnd waterfall={waterfall} isStart={false} />
        </div>
      </div>
      <p className="mt-3 max-w-prose text-xs text-ink-3 print:mt-1 print:max-w-none">
        {t('reasons.explained')}
      </p>
      {!isWhole && <MoreReasons reasonCount={reasonCount} known={explanation.reasons.length} />}
      <ReasonsTable waterfall={waterfall} baseValueLogOdds={baseValueLogOdds} />
    </>
  )
}

function useReasonsSummary({ reasons }: ExplainClientAnswer): string {
  const { t, language } = useMessages()
  const against = reasons.find(({ direction }) => direction === 'raisesRisk')
  const favouring = reasons.find(({ direction }) => direction === 'lowersRisk')
  return [
    against
      ? t('reasons.against', { reason: typeset(language, against.sentence) })
      : t('reasons.noneAgainst'),
    favouring ? t('reasons.for', { reason: typeset(language, favouring.sentence) }) : t('reasons.noneFor'),
  ].join(' ')
}

function MoreReasons({ reasonCount, known }: { reasonCount: ReasonCount; known: number }) {
  const { t } = useMessages()
  const more = reasonCounts.find((count) => count > reasonCount)
  const link = 'link mr-5 inline-block rounded-sm py-1'
  return (
    <p className="mt-2 text-xs print:hidden">
      {more !== undefined && known > reasonCount && (
        <StateLink changes={{ reasons: more }} anchor="reasons" className={link}>
          {t('reasons.more', { count: Math.min(more, known) })}
        </StateLink>
      )}
      {reasonCount > reasonCounts[0] && (
        <StateLink changes={{ reasons: null }} anchor="reasons" className={link}>
          {t('reasons.fewer')}
        </StateLink>
      )}
    </p>
  )
}

function ReasonsTable({ waterfall, baseValueLogOdds }: { waterfall: Waterfall; baseValueLogOdds: number }) {
  const { t, format } = useMessages()
  return (
    <DataTable
      caption={t('reasons.caption')}
      columns={[
        t('reasons.column.element'),
        t('reasons.column.value'),
        t('reasons.column.median'),
        t('reasons.column.contribution'),
        t('reasons.column.total'),
      ]}
      rows={[
        { key: 'start', cells: [t('reasons.start'), '', '', '', formatSigned(format, baseValueLogOdds, 2)] },
        ...waterfall.steps.map(({ reason, contributionLogOdds, totalLogOdds }) => ({
          key: reason?.feature ?? 'others',
          cells: [
            reason?.label ?? t('reasons.others'),
            reason?.displayValue ?? '',
            reason?.medianDisplayValue ?? '',
            formatSigned(format, contributionLogOdds, 2),
            formatSigned(format, totalLogOdds, 2),
          ],
        })),
      ]}
    />
  )
}
