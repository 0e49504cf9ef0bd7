import type { RiskClass } from '#core/contracts/decision.ts'
import type { ViewClientAnswer } from '#core/contracts/view-client.ts'
import { useMessages } from '../components/use-messages.ts'
import { riskClasses } from '../decision-order.ts'
import type { MessageKey } from '../messages/fr.ts'

export const riskClassMeanings: Record<RiskClass, MessageKey> = {
  A: 'class.mean.A',
  B: 'class.mean.B',
  C: 'class.mean.C',
  D: 'class.mean.D',
  E: 'class.mean.E',
}

/** The client's class in words, and the five classes on demand. */
export function RiskClassTable({ view }: { view: Pick<ViewClientAnswer, 'score' | 'riskClassUpperBounds'> }) {
  const { t, format } = useMessages()
  const { score, riskClassUpperBounds } = view
  const describeRange = (index: number) => {
    const lower = riskClassUpperBounds[index - 1]
    const upper = riskClassUpperBounds[index]
    if (lower === undefined) return t('class.below', { upper: format.share(upper ?? 1) })
    if (upper === undefined) return t('class.above', { lower: format.share(lower) })
    return t('class.between', { lower: format.share(lower), upper: format.share(upper) })
  }
  return (
    <details className="mt-1 text-xs print:hidden">
      <summary className="link inline-block rounded-sm py-1">{t('class.open')}</summary>
      <table className="mt-2 w-full border-separate border-spacing-0">
        <caption className="sr-only">{t('class.caption')}</caption>
        <thead className="text-xs text-ink-2">
          <tr className="[&>th]:pb-1.5 [&>th]:font-[560]">
            <th scope="col" className="w-18 pl-2.5 text-left">
              {t('class.column.class')}
            </th>
            <th scope="col" className="text-left">
              {t('class.column.meaning')}
            </th>
            <th scope="col" className="pr-2.5 text-right">
              {t('class.column.range')}
            </th>
          </tr>
        </thead>
        <tbody>
          {riskClasses.map((riskClass, index) => (
            <ClassRow
              key={riskClass}
              riskClass={riskClass}
              isOwn={riskClass === score.riskClass}
              range={describeRange(index)}
            />
          ))}
        </tbody>
      </table>
    </details>
  )
}

function ClassRow({ riskClass, isOwn, range }: { riskClass: RiskClass; isOwn: boolean; range: string }) {
  const { t } = useMessages()
  return (
    <tr
      aria-current={isOwn ? 'true' : undefined}
      className={
        isOwn
          ? 'bg-sunken font-[580] [&>*]:border-y [&>*]:border-edge [&>*:first-child]:rounded-l-control [&>*:first-child]:border-l [&>*:last-child]:rounded-r-control [&>*:last-child]:border-r'
          : 'text-ink-2 [&>*]:border-y [&>*]:border-transparent'
      }
    >
      <th scope="row" className="py-1.5 pl-2.5 text-left">
        <span
          className={`inline-grid size-7 place-items-center rounded-md font-[640] ${isOwn ? 'bg-ink text-paper' : 'bg-sunken'}`}
        >
          {riskClass}
        </span>
      </th>
      <td className="py-1.5">
        {t(riskClassMeanings[riskClass])}
        {isOwn && <span className="block text-xs font-normal text-ink-2">{t('class.current')}</span>}
      </td>
      <td className="py-1.5 pr-2.5 text-right whitespace-nowrap">{range}</td>
    </tr>
  )
}
