import {
  type DriftColumn,
  type DriftReportAnswer,
  driftReportAnswerSchema,
} from '#core/contracts/drift-report.ts'
import { DriftBar } from '../../charts/drift-bar.tsx'
import { useMessages } from '../../components/use-messages.ts'
import { measureStrength } from '../../drift-page/arrange-columns.ts'
import { DriftBadge } from '../../panels/drift/drift-badge.tsx'
import { PredictionFigures } from '../../panels/drift/prediction-figures.tsx'
import { useTestWords } from '../../panels/drift/use-test-words.ts'
import { VerdictPanel } from '../../panels/drift/verdict-panel.tsx'
import { Panel } from '../../panels/panel.tsx'
import { AnswerLine } from '../answer-line.tsx'
import type { PanelViewProps } from '../panel-view-props.ts'

/** `driftReport`: the verdict, the prediction in both windows, and the columns that the tool gave. */
export function DriftView({ answer }: PanelViewProps) {
  const { t } = useMessages()
  const report = driftReportAnswerSchema.parse(answer)
  return (
    <>
      <AnswerLine provenance={report.provenance} />
      <VerdictPanel report={report} />
      <Panel id="prediction" title={t('drift.prediction.title')} className="max-sm:px-3">
        <div className="mt-3">
          <PredictionFigures report={report} />
        </div>
      </Panel>
      <Panel
        id="columns"
        title={t('drift.columns.title')}
        note={t('drift.columns.note')}
        className="max-sm:px-3"
      >
        <ColumnList columns={report.columns} />
        {report.columnsLeftOut > 0 && (
          <p className="mt-3 text-xs text-ink-3">
            {t('mcp.columns.leftOut', { count: report.columnsLeftOut })}
          </p>
        )}
      </Panel>
    </>
  )
}

function ColumnList({ columns }: { columns: DriftReportAnswer['columns'] }) {
  const { t } = useMessages()
  return (
    <table className="mt-3 w-full border-separate border-spacing-0">
      <caption className="sr-only">{t('drift.columns.caption')}</caption>
      <thead className="text-left text-xs text-ink-2 [&_th]:px-2 [&_th]:py-1.5 [&_th]:font-[560]">
        <tr>
          <th scope="col">{t('drift.column.column')}</th>
          <th scope="col" className="max-sm:hidden">
            {t('drift.column.verdict')}
          </th>
          <th scope="col" className="text-right">
            {t('drift.column.statistic')}
          </th>
          <th scope="col" className="max-sm:hidden">
            {t('drift.column.threshold')}
          </th>
          <th scope="col" className="text-right max-sm:hidden">
            {t('drift.column.importance')}
          </th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <ColumnRow key={column.feature} column={column} />
        ))}
      </tbody>
    </table>
  )
}

function ColumnRow({ column }: { column: DriftColumn }) {
  const { format } = useMessages()
  const { statistic, threshold } = useTestWords()(column)
  const strength = measureStrength(column)
  const badge = <DriftBadge isDrifted={column.drifted} isMissingnessDrifted={column.missingnessDrifted} />
  return (
    <tr className="[&>*]:border-t [&>*]:border-line [&>*]:px-2 [&>*]:py-1.5">
      <th scope="row" className="text-left font-[560]">
        {column.label}
        <span className="mt-1 block font-normal sm:hidden">{badge}</span>
      </th>
      <td className="max-sm:hidden">{badge}</td>
      <td className="text-right font-[580]">{statistic}</td>
      <td className="w-40 max-sm:hidden">
        {strength >= 0 && <DriftBar strength={strength} isDrifted={column.drifted} />}
        <span className="text-xs text-ink-3">{threshold}</span>
      </td>
      <td className="text-right max-sm:hidden">{format.share(column.importance)}</td>
    </tr>
  )
}
