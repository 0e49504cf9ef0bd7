import type { DriftReportAnswer } from '#core/contracts/drift-report.ts'
import type { WindowDistribution } from '#core/contracts/view-drift.ts'
import { DriftBar } from '../../charts/drift-bar.tsx'
import { Icon } from '../../components/icon.tsx'
import { StateLink } from '../../components/state-link.tsx'
import { useMessages } from '../../components/use-messages.ts'
import { measureStrength, type RankedColumn } from '../../drift-page/arrange-columns.ts'
import { mostOpen } from '../../drift-page/drift-query.ts'
import { ColumnDetail } from './column-detail.tsx'
import { DriftBadge } from './drift-badge.tsx'
import { useTestWords } from './use-test-words.ts'

/** Shares are shown with one decimal of a percentage. */
const smallestShown = 0.0005

interface ColumnRowProps {
  column: RankedColumn
  report: DriftReportAnswer
  /** The column's distributions when the row is open. */
  distribution: WindowDistribution | undefined
  /** Every column that is open. */
  opened: string[]
}

/** One column of the report; its name opens and closes the distributions below. */
export function ColumnRow({ column, report, distribution, opened }: ColumnRowProps) {
  const { t, format } = useMessages()
  const test = useTestWords()(column)
  const isOpen = distribution !== undefined
  const others = opened.filter((feature) => feature !== column.feature)
  const open = isOpen ? others : [...others, column.feature].slice(-mostOpen)
  const strength = measureStrength(column)
  const isAlwaysKnown = Math.max(column.missingShareReference, column.missingShareCurrent) < smallestShown
  return (
    <>
      <tr
        id={`column-${column.feature}`}
        className={`[&>*]:px-2 [&>*]:py-2 [&>*]:align-middle ${isOpen ? '' : '[&>*]:border-b [&>*]:border-line'}`}
      >
        <td className="w-12 text-ink-3 max-md:hidden">{column.rank}</td>
        <th scope="row" className="text-left font-[560]">
          <StateLink
            changes={{ open }}
            anchor={`column-${column.feature}`}
            isExpanded={isOpen}
            className="-mx-1 inline-flex items-baseline gap-1.5 rounded-sm px-1 text-left hover:underline"
          >
            <Icon
              name="next"
              className={`size-3 shrink-0 self-center text-ink-3 ${isOpen ? 'rotate-90' : ''}`}
            />
            {column.label}
          </StateLink>
          <span className="mt-1 block pl-4.5 font-normal sm:hidden">
            <DriftBadge isDrifted={column.drifted} isMissingnessDrifted={column.missingnessDrifted} />
          </span>
          {column.newCategories.length > 0 && (
            <span className="block pl-4.5 text-xs font-normal text-warn">
              {t('drift.newCategories', {
                count: column.newCategories.length,
                names: column.newCategories.join(', '),
              })}
            </span>
          )}
        </th>
        <td className="max-sm:hidden">
          <DriftBadge isDrifted={column.drifted} isMissingnessDrifted={column.missingnessDrifted} />
        </td>
        <td className="text-ink-2 max-lg:hidden">{test.test}</td>
        <td className="text-right font-[580]">{test.statistic}</td>
        <td className="max-xl:hidden">
          {strength >= 0 && (
            <span className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-3">
              <DriftBar strength={strength} isDrifted={column.drifted} />
              <span className="text-xs text-ink-3">{test.threshold}</span>
            </span>
          )}
        </td>
        <td className="text-right whitespace-nowrap max-md:hidden">
          {isAlwaysKnown ? (
            <span className="text-ink-3">–</span>
          ) : (
            <>
              <span className="text-ink-3">{format.share(column.missingShareReference)} →</span>{' '}
              <span className={column.missingnessDrifted ? 'font-[580] text-warn' : undefined}>
                {format.share(column.missingShareCurrent)}
              </span>
            </>
          )}
        </td>
        <td className="text-right max-sm:hidden">{format.share(column.importance)}</td>
      </tr>
      {distribution && <ColumnDetail column={column} report={report} distribution={distribution} />}
    </>
  )
}
