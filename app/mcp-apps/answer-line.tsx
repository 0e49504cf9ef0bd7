import type { Provenance } from '#core/contracts/provenance.ts'
import { useMessages } from '../components/use-messages.ts'

interface AnswerLineProps {
  /** None for an answer about no client. */
  clientId?: number
  provenance: Provenance
}

/** Of whom the panel speaks, and by which model; with the notice where the model never saw data like these. */
export function AnswerLine({ clientId, provenance }: AnswerLineProps) {
  const { t, format } = useMessages()
  return (
    <div className="px-1">
      <p className="flex flex-wrap items-baseline gap-x-4">
        {clientId !== undefined && (
          <strong className="font-[620]">{t('nav.client', { clientId: format.clientId(clientId) })}</strong>
        )}
        <span className="ml-auto text-xs text-ink-3">
          {[
            t('provenance.computed', { date: format.moment(provenance.computedAt) }),
            t('provenance.model', { modelVersion: provenance.modelVersion }),
          ].join(' · ')}
        </span>
      </p>
      {provenance.notice && <p className="mt-1 text-xs text-warn">{provenance.notice}</p>}
    </div>
  )
}
