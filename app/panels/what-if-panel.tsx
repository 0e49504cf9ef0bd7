import type { ViewClientAnswer } from '#core/contracts/view-client.ts'
import type { CategoryLabels } from '../category-labels.ts'
import { StateLink } from '../components/state-link.tsx'
import { useMessages } from '../components/use-messages.ts'
import { type Simulation, useWhatIf } from '../what-if/use-what-if.ts'
import { whatIfParameters } from '../what-if/what-if-request.ts'
import { MovedFeatures } from './moved-features.tsx'
import { Panel } from './panel.tsx'
import { PanelProblemNote } from './panel-problem.tsx'
import { useChangeSentence } from './use-change-sentence.ts'
import { WhatIfForm } from './what-if-form.tsx'
import { WhatIfResult } from './what-if-result.tsx'

interface WhatIfPanelProps {
  view: ViewClientAnswer
  labels: CategoryLabels
  simulation: Simulation
}

/** Another application of the same client: sliders that score as they move. Without scripts, a form of figures. */
export function WhatIfPanel({ view, labels, simulation: loaded }: WhatIfPanelProps) {
  const { t } = useMessages()
  const contractLabels = labels.contractType ?? {}
  const { present, request, change, simulation, isPending } = useWhatIf(view.profile, loaded)
  const isChanged = JSON.stringify(request) !== JSON.stringify(present)
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
      <WhatIfForm
        profile={view.profile}
        present={present}
        request={request}
        change={change}
        contractLabels={contractLabels}
      />
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
