import type { ServiceStatus } from '#core/contracts/service-status.ts'
import { useMessages } from './use-messages.ts'

/** What is served, and that a person decides. */
export function AppFooter({ status }: { status: ServiceStatus | null }) {
  const { t } = useMessages()
  return (
    <footer className="border-t border-line text-xs text-ink-3 print:hidden">
      <div className="mx-auto flex max-w-[90rem] flex-wrap gap-x-6 gap-y-1 px-4 py-4 sm:px-6">
        <p className="sm:mr-auto">{t('footer.advice')}</p>
        {status && (
          <>
            <p className="wrap-anywhere">{t('footer.model', { modelVersion: status.modelVersion })}</p>
            <p className="wrap-anywhere">
              {t('footer.data', { dataVersion: status.dataVersion })} (
              {t(status.dataOrigin === 'demo' ? 'footer.origin.demo' : 'footer.origin.import')})
            </p>
          </>
        )}
      </div>
    </footer>
  )
}
