import type { RiskClass } from '#core/contracts/decision.ts'
import { useMessages } from './use-messages.ts'

/** The class as a framed letter, for tables and lists. */
export function RiskClassLetter({ riskClass }: { riskClass: RiskClass }) {
  const { t } = useMessages()
  return (
    <span className="inline-grid size-6 place-items-center rounded-md border border-line bg-sunken text-xs font-[620]">
      <span aria-hidden="true">{riskClass}</span>
      <span className="sr-only">{t('class.badge', { riskClass })}</span>
    </span>
  )
}
