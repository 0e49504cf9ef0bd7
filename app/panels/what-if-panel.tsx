import type { ViewClientAnswer } from '#core/contracts/view-client.ts'
import type { CategoryLabels } from '../category-labels.ts'
import { StateForm } from '../components/state-form.tsx'
import { StateLink } from '../components/state-link.tsx'
import { useHydrated } from '../components/use-hydrated.ts'
import { useMessages } from '../components/use-messages.ts'
import { type Simulation, useWhatIf } from '../what-if/use-what-if.ts'
import type { SliderField } from '../what-if/what-if-request.ts'
import { sliderFields, whatIfParameters } from '../what-if/what-if-request.ts'
import { ContractChoice } from './contract-choice.tsx'
import { MovedFeatures } from './moved-features.tsx'
import { Panel } from './panel.tsx'
import { PanelProblemNote } from './panel-problem.tsx'
import { useChangeSentence } from './use-change-sentence.ts'
import { WhatIfResult } from './what-if-result.tsx'
import { WhatIfSlider } from './what-if-slider.tsx'

interface WhatIfPanelProps {
  view: ViewClientAnswer
  labels: CategoryLabels
  simulation: Simulation
}

/** Another application of the same client: sliders that score as they move. Without scripts, a form of figures. */
export function WhatIfPanel({ view, labels, simulation: loaded }: WhatIfPanelProps) {
  const { t } = useMessages()
  const contractLabels = labels.contractType ?? {}
  const isHydrated = useHydrated()
  const { present, request, change, simulation, isPending } = useWhatIf(view.profile, loaded)
  const isChanged = JSON.stringify(request) !== JSON.stringify(present)
  const known = sliderFields.filter((field) => present[field] !== null)
  const answer = simulation?.answer ?? null
  const description = useChangeSentence(view.score, answer)
  return (
    <Panel
      id="what-if"
      title={t('whatIf.title')}
      note={t('whatIf.note')}
      className={`@container ${isChanged ? '' : 'print:hidden'}`}
    >
      <WhatIfResult view={view} simulation={simulation} isPending={isPending} description={description} />
      <StateForm
        parameters={whatIfParameters}
        anchor="what-if"
        label={t('whatIf.form')}
        className="mt-3 grid gap-y-3"
        {...(isHydrated && { onSubmit: () => undefined })}
      >
        {known.map((field: SliderField) => (
          <WhatIfSlider
            key={field}
            field={field}
            present={present[field] as number}
            shown={request[field] as number}
            isLive={isHydrated}
            onChange={(figure) => change({ [field]: figure })}
          />
        ))}
        <ContractChoice
          present={present.contractType}
          shown={request.contractType}
          options={Object.entries(contractLabels)}
          onChange={(contractType) => change({ contractType })}
        />
        {known.length < sliderFields.length && <p className="text-xs text-ink-3">{t('whatIf.unknown')}</p>}
        <noscript>
          <button type="submit" className="button print:hidden">
            {t('whatIf.apply')}
          </button>
        </noscript>
      </StateForm>
      <output aria-live="polite" aria-busy={isPending} className="mt-3 block text-ink-2">
        {simulation?.problem ? <PanelProblemNote problem={simulation.problem} /> : description}
      </output>
      {answer && <MovedFeatures simulation={answer} />}
      {isChanged && (
        <StateLink
          changes={Object.fromEntries(whatIfParameters.map((name) => [name, null]))}
          anchor="what-if"
          className="button mt-3 text-ink-2 print:hidden"
        >
          {t('whatIf.reset')}
        </StateLink>
      )}
    </Panel>
  )
}
