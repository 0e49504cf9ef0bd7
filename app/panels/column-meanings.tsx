import { useMessages } from '../components/use-messages.ts'
import type { MessageKey } from '../messages/fr.ts'

const columns: { column: MessageKey; meaning: MessageKey }[] = [
  { column: 'column.advice', meaning: 'column.advice.meaning' },
  { column: 'column.class', meaning: 'column.class.meaning' },
  { column: 'column.repayment', meaning: 'column.repayment.meaning' },
  { column: 'column.window', meaning: 'column.window.meaning' },
]

/** What the columns say that are not the client's own words. */
export function ColumnMeanings() {
  const { t } = useMessages()
  return (
    <details className="text-xs print:hidden">
      <summary className="link inline-block rounded-sm py-1">{t('column.meanings')}</summary>
      <dl className="mt-2 grid max-w-3xl gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
        {columns.map(({ column, meaning }) => (
          <div key={column} className="contents">
            <dt className="font-[580]">{t(column)}</dt>
            <dd className="text-ink-2 max-sm:mb-1">{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
