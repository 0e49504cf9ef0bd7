import { Link } from '@remix-run/react'
import { useMessages } from '../../components/use-messages.ts'

/** There is no report of evidently's: how it is made. */
export function EvidentlyMissing() {
  const { t } = useMessages()
  return (
    <div className="mx-auto max-w-xl py-8 sm:py-16">
      <p className="eyebrow text-ink-3">{t('error.label', { status: '404' })}</p>
      <h1 className="mt-1 text-title font-[640] tracking-[-0.015em]">{t('drift.evidently.missing.title')}</h1>
      <p className="mt-2 text-ink-2">{t('drift.evidently.missing.body')}</p>
      <p className="mt-6">
        <Link to="/drift" className="button button-primary">
          {t('drift.evidently.back')}
        </Link>
      </p>
    </div>
  )
}
