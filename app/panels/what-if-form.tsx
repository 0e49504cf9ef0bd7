import type { ClientProfile } from '#core/contracts/client-profile.ts'
import { StateForm } from '../components/state-form.tsx'
import { useHydrated } from '../components/use-hydrated.ts'
import { useMessages } from '../components/use-messages.ts'
import { computeAnnuity } from '../what-if/compute-annuity.ts'
import type { WhatIfState } from '../what-if/use-what-if.ts'
import { type SliderField, sliderFields, whatIfParameters } from '../what-if/what-if-request.ts'
import { ContractChoice } from './contract-choice.tsx'
import { WhatIfSlider } from './what-if-slider.tsx'

interface WhatIfFormProps extends Pick<WhatIfState, 'present' | 'request' | 'change'> {
  profile: ClientProfile
  contractLabels: Record<string, string>
}

/** What an applicant can change. With scripts every move counts at once; without, the figures are sent. */
export function WhatIfForm({ profile, present, request, change, contractLabels }: WhatIfFormProps) {
  const { t, format } = useMessages()
  const isHydrated = useHydrated()
  const known = sliderFields.filter((field) => present[field] !== null)
  const annuityAmount = computeAnnuity(request, profile)
  const move = (field: SliderField, figure: number) => {
    const setsAnnuity = field === 'creditAmount' || field === 'termMonths'
    change({ [field]: figure, ...(setsAnnuity && { annuityAmount: null }) })
  }
  return (
    <StateForm
      parameters={whatIfParameters}
      anchor="what-if"
      label={t('whatIf.form')}
      className="mt-3 grid gap-y-3"
      {...(isHydrated && { onSubmit: () => undefined })}
    >
      {known.map((field) => (
        <WhatIfSlider
          key={field}
          field={field}
          present={present[field] as number}
          shown={request[field] as number}
          isLive={isHydrated}
          onChange={(figure) => move(field, figure)}
        />
      ))}
      <ContractChoice
        present={present.contractType}
        shown={request.contractType}
        options={Object.entries(contractLabels)}
        onChange={(contractType) => change({ contractType })}
      />
      {annuityAmount !== null && (
        <p className="flex gap-x-4">
          {t('field.annuityAmount')}
          <span className="ml-auto font-[560] tabular-nums">{format.money(annuityAmount)}</span>
        </p>
      )}
      {known.length < sliderFields.length && <p className="text-xs text-ink-3">{t('whatIf.unknown')}</p>}
      <noscript>
        <button type="submit" className="button print:hidden">
          {t('whatIf.apply')}
        </button>
      </noscript>
    </StateForm>
  )
}
