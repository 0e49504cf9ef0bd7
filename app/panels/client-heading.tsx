import { forwardRef } from 'react'
import type { ClientProfile } from '#core/contracts/client-profile.ts'
import type { CategoryLabels } from '../category-labels.ts'
import { ClientNumber } from '../components/client-number.tsx'
import { Icon } from '../components/icon.tsx'
import { useHydrated } from '../components/use-hydrated.ts'
import { useMessages } from '../components/use-messages.ts'
import { formatDuration } from '../format/format-duration.ts'

interface ClientHeadingProps {
  profile: ClientProfile
  labels: CategoryLabels
}

/** Who and what: the number, and the few facts that an advisor reads first. Unknown ones are left to the panel below. */
export const ClientHeading = forwardRef<HTMLElement, ClientHeadingProps>(function ClientHeading(
  { profile, labels },
  ref,
) {
  const { t, format, language } = useMessages()
  const isHydrated = useHydrated()
  const { contractType, creditAmount, annuityAmount, annualIncomeAmount, ageYears, employmentYears } = profile
  const contract = contractType === null ? null : (labels.contractType?.[contractType] ?? contractType)
  const amounts: [label: string, amount: number | null][] = [
    [contract ?? t('client.fact.credit'), creditAmount],
    [t('client.fact.annuity'), annuityAmount],
    [t('client.fact.income'), annualIncomeAmount],
  ]
  const employment =
    employmentYears === null
      ? t('client.notEmployed')
      : t('client.employedFor', { duration: formatDuration(language, employmentYears) })
  return (
    <header ref={ref} className="flex items-start gap-4">
      <div className="min-w-0">
        <h1 className="text-title font-[640] tracking-[-0.015em]">
          {t('client.title', { clientId: '' })} <ClientNumber clientId={profile.clientId} />
        </h1>
        <ul aria-label={t('client.facts')} className="mt-1 flex flex-wrap gap-x-6 gap-y-0.5 text-ink-2">
          {amounts.map(
            ([label, amount]) =>
              amount !== null && (
                <li key={label}>
                  {label} <strong className="font-[560] text-ink">{format.money(amount)}</strong>
                </li>
              ),
          )}
          <li>
            {ageYears !== null && `${t('client.age', { years: Math.floor(ageYears) })}, `}
            {employment}
          </li>
        </ul>
      </div>
      {isHydrated && (
        <button
          type="button"
          onClick={() => window.print()}
          className="button ml-auto max-sm:hidden print:hidden"
        >
          <Icon name="print" className="size-4 text-ink-2" />
          {t('client.print')}
        </button>
      )}
    </header>
  )
})
