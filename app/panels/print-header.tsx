import type { Provenance } from '#core/contracts/provenance.ts'
import { BrandMark } from '../components/brand-mark.tsx'
import { useMessages } from '../components/use-messages.ts'

/** The head of a printed page: whose it is, when and with which model it was computed, and that a person decides. */
export function PrintHeader({ provenance }: { provenance: Provenance }) {
  const { t, format } = useMessages()
  return (
    <div className="mb-3 hidden items-center gap-4 border-b border-line pb-2 text-xs text-ink-2 print:flex">
      <p className="flex items-center gap-2 text-sm font-[680] whitespace-nowrap text-ink">
        <BrandMark />
        {t('brand.name')}
      </p>
      <p className="ml-auto text-right">
        {t('provenance.computed', { date: format.moment(provenance.computedAt) })} ·{' '}
        {t('provenance.model', { modelVersion: provenance.modelVersion })}
        <br />
        {t('footer.advice')}
      </p>
    </div>
  )
}
