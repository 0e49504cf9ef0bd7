import { Link } from '@remix-run/react'
import type { ClientRow } from '#core/contracts/list-clients.ts'
import type { CategoryLabels } from '../category-labels.ts'
import { RepaymentBar } from '../charts/repayment-bar.tsx'
import { AdviceBadge } from '../components/advice-badge.tsx'
import { ClientNumber } from '../components/client-number.tsx'
import { RiskClassLetter } from '../components/risk-class-letter.tsx'
import { SortableHeader } from '../components/sortable-header.tsx'
import { useMessages } from '../components/use-messages.ts'
import { useWindowName } from '../components/use-window-name.ts'
import type { ListQuery } from '../list/list-query.ts'
import { sortColumnMessages } from '../list/sort-column-messages.ts'

interface ClientTableProps {
  rows: ClientRow[]
  query: ListQuery
  labels: CategoryLabels
}

const plainHeader = 'px-2 py-2 sm:px-3 text-left text-xs font-[560] text-ink-2'

/** The portfolio's rows. On a narrow screen only what tells clients apart stays; a whole row opens its client. */
export function ClientTable({ rows, query, labels }: ClientTableProps) {
  const { t } = useMessages()
  const direction = t(query.descending ? 'sort.descending' : 'sort.ascending')
  return (
    <table className="w-full border-separate border-spacing-0">
      <caption className="sr-only">
        {t('list.caption', {
          sort: t('sort.current', { column: t(sortColumnMessages[query.sort]), direction }),
        })}
      </caption>
      <thead>
        <tr className="[&>th]:sticky [&>th]:top-(--header) [&>th]:z-10 [&>th]:border-b [&>th]:border-line [&>th]:bg-surface print:[&>th]:static [&>:first-child]:pl-2 sm:[&>:first-child]:pl-3">
          <SortableHeader sort="client" query={query} />
          <th scope="col" className={plainHeader}>
            {t('column.advice')}
          </th>
          <th scope="col" className={`${plainHeader} max-sm:hidden`}>
            {t('column.class')}
          </th>
          <SortableHeader sort="repayment" query={query} isNumeric />
          <SortableHeader sort="credit" query={query} isNumeric className="max-md:hidden" />
          <SortableHeader sort="income" query={query} isNumeric className="max-[54rem]:hidden" />
          <SortableHeader sort="age" query={query} isNumeric className="max-lg:hidden" />
          <th scope="col" className={`${plainHeader} max-xl:hidden`}>
            {t('column.contract')}
          </th>
          <th scope="col" className={`${plainHeader} max-lg:hidden`}>
            {t('column.incomeType')}
          </th>
          <th scope="col" className={`${plainHeader} max-xl:hidden`}>
            {t('column.window')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ClientTableRow key={row.clientId} row={row} labels={labels} />
        ))}
      </tbody>
    </table>
  )
}

function ClientTableRow({ row, labels }: { row: ClientRow; labels: CategoryLabels }) {
  const { t, format } = useMessages()
  const nameWindow = useWindowName()
  const label = (field: 'contractType' | 'incomeType', category: string | null) =>
    category === null ? t('profile.missing') : (labels[field]?.[category] ?? category)
  const money = (amount: number | null) => (amount === null ? t('profile.missing') : format.money(amount))
  return (
    <tr className="relative transition-colors hover:bg-hover [&:last-child>*]:border-0 [&>*]:border-b [&>*]:border-line [&>*]:px-2 [&>*]:py-2.5 sm:[&>*]:px-3 sm:[&>*]:py-2 [&>:first-child]:pl-4 sm:[&>:first-child]:pl-5">
      <th scope="row" className="text-left font-[600]">
        <Link to={`/clients/${row.clientId}`} prefetch="intent" className="row-link">
          <ClientNumber clientId={row.clientId} />
        </Link>
        <span className="block text-xs font-normal whitespace-nowrap text-ink-2 md:hidden">
          {money(row.creditAmount)}
        </span>
      </th>
      <td>
        <AdviceBadge advice={row.advice} isShortOnPhones />
      </td>
      <td className="max-sm:hidden">
        <RiskClassLetter riskClass={row.riskClass} />
      </td>
      <td className="text-right whitespace-nowrap">
        <span className="inline-flex items-center gap-3">
          <span className="max-lg:hidden">
            <RepaymentBar probability={row.probabilityOfRepayment} advice={row.advice} />
          </span>
          <span className="min-w-14 font-[560]">{format.probability(row.probabilityOfRepayment)}</span>
        </span>
      </td>
      <td className="text-right whitespace-nowrap max-md:hidden">{money(row.creditAmount)}</td>
      <td className="text-right whitespace-nowrap max-[54rem]:hidden">{money(row.annualIncomeAmount)}</td>
      <td className="text-right whitespace-nowrap max-lg:hidden">
        {row.ageYears === null
          ? t('profile.missing')
          : t('duration.years', { years: Math.floor(row.ageYears) })}
      </td>
      <td className="text-ink-2 max-xl:hidden">{label('contractType', row.contractType)}</td>
      <td className="text-ink-2 max-lg:hidden">{label('incomeType', row.incomeType)}</td>
      <td className="text-ink-2 max-xl:hidden">{nameWindow(row.window)}</td>
    </tr>
  )
}
