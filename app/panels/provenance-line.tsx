import type { Provenance } from '#core/contracts/provenance.ts'
import { useMessages } from '../components/use-messages.ts'
import { useWindowName } from '../components/use-window-name.ts'

/** What is needed to find the same figures again: when, with which model, on which data. */
export function ProvenanceLine({ provenance, window }: { provenance: Provenance; window: string }) {
  const { t, format } = useMessages()
  const nameWindow = useWindowName()
  return (
    <section aria-label={t('provenance.title')} className="mt-5 text-xs text-ink-3">
      <p className="wrap-anywhere">
        {t('provenance.computed', { date: '' })}
        <time dateTime={provenance.computedAt}>{format.moment(provenance.computedAt)}</time>
        {' · '}
        {t('provenance.model', { modelVersion: provenance.modelVersion })}{' '}
        <span title={provenance.modelSha256}>
          ({t('provenance.hash', { hash: provenance.modelSha256.slice(0, 12) })})
        </span>
        {' · '}
        {t('provenance.data', { dataVersion: provenance.dataVersion })}
        {' · '}
        {t('provenance.window', { window: nameWindow(window) })}
      </p>
    </section>
  )
}
