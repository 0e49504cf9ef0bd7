import type { ReactNode } from 'react'
import { useMessages } from '../components/use-messages.ts'

interface DataTableProps {
  caption: string
  /** What opens the table, where it is no chart's twin. */
  title?: string
  /** The first is the rows' heading; the others hold figures. */
  columns: string[]
  /** A key, then a cell for each column. */
  rows: { key: string; cells: ReactNode[] }[]
}

/** A chart's figures as a table, for those who read rather than look. */
export function DataTable({ caption, title, columns, rows }: DataTableProps) {
  const { t } = useMessages()
  return (
    <details className="mt-3 text-xs print:hidden">
      <summary className="link inline-block rounded-sm py-1">
        {title ?? (
          <>
            {t('chart.table')}
            <span className="sr-only"> ({caption})</span>
          </>
        )}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section tabIndex={0} aria-label={caption} className="mt-2 overflow-x-auto">
        <table className="w-full">
          <caption className="sr-only">{caption}</caption>
          <thead className="text-ink-2">
            <tr className="[&>th]:border-b [&>th]:border-line [&>th]:py-1 [&>th]:align-bottom [&>th]:font-[560] [&>th+th]:pl-4">
              {columns.map((column, index) => (
                <th key={column} scope="col" className={index === 0 ? 'text-left' : 'text-right'}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells }) => (
              <tr key={key} className="[&>*]:border-b [&>*]:border-line [&>*]:py-1 [&>td]:pl-4">
                <th scope="row" className="min-w-32 text-left font-normal">
                  {cells[0]}
                </th>
                {columns.slice(1).map((column, index) => (
                  <td key={column} className="text-right">
                    {cells[index + 1]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
