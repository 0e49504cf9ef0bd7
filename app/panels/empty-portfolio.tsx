import { Link } from '@remix-run/react'
import { useMessages } from '../components/use-messages.ts'

/** In place of a table without rows: why, and what to do. */
export function EmptyPortfolio({ isStoreEmpty }: { isStoreEmpty: boolean }) {
  const { t } = useMessages()
  return (
    <div className="card px-6 py-14 text-center">
      <h2 className="text-lg font-[620]">
        {t(isStoreEmpty ? 'list.empty.store.title' : 'list.empty.title')}
      </h2>
      <p className="mt-1 text-ink-2">{t(isStoreEmpty ? 'list.empty.store.body' : 'list.empty.body')}</p>
      {!isStoreEmpty && (
        <p className="mt-5">
          <Link to="/clients" className="button">
            {t('list.empty.reset')}
          </Link>
        </p>
      )}
    </div>
  )
}
