import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunctionArgs, useLoaderData } from '@remix-run/react'
import { getCategoryLabels, viewModel } from '../advisor.server.ts'
import { Notice } from '../components/notice.tsx'
import { useMessages } from '../components/use-messages.ts'
import { composeErrorTitle, composePageTitle, findPageLanguage } from '../compose-page-title.ts'
import { formatMessage } from '../messages/format-message.ts'
import { toModelPage } from '../model-page/model-page.ts'
import { ErrorPanel } from '../panels/error-panel.tsx'
import { BareCandidatesPanel } from '../panels/model/bare-candidates-panel.tsx'
import { CalibrationPanel } from '../panels/model/calibration-panel.tsx'
import { CandidatesPanel } from '../panels/model/candidates-panel.tsx'
import { CostPanel } from '../panels/model/cost-panel.tsx'
import { FairnessPanel } from '../panels/model/fairness-panel.tsx'
import { FiguresPanel } from '../panels/model/figures-panel.tsx'
import { IdentityPanel } from '../panels/model/identity-panel.tsx'
import { ImportancePanel } from '../panels/model/importance-panel.tsx'
import { LimitsPanel } from '../panels/model/limits-panel.tsx'
import { ModelHeading } from '../panels/model/model-heading.tsx'
import { PrecisionRecallPanel, RocPanel } from '../panels/model/ranking-panels.tsx'
import { SearchPanel } from '../panels/model/search-panel.tsx'
import { PrintHeader } from '../panels/print-header.tsx'
import { ProvenanceLine } from '../panels/provenance-line.tsx'
import { readPreferences } from '../preferences.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { language } = await readPreferences(request)
  const [answer, labels] = await Promise.all([
    viewModel(context, { language }),
    getCategoryLabels(context, language, ['familyStatus']),
  ])
  return { model: toModelPage(answer), labels }
}

/** What the address says, the page draws from what it has: a moved slider asks for nothing. */
export function shouldRevalidate({ currentUrl, nextUrl, formMethod }: ShouldRevalidateFunctionArgs): boolean {
  return (formMethod !== undefined && formMethod !== 'GET') || currentUrl.pathname !== nextUrl.pathname
}

export const meta: MetaFunction<typeof loader> = ({ error, matches }) => {
  const language = findPageLanguage(matches)
  if (error) return [{ title: composeErrorTitle(language, error) }]
  return [{ title: composePageTitle(language, formatMessage(language, 'model.title')) }]
}

export default function Model() {
  const { model, labels } = useLoaderData<typeof loader>()
  const { t } = useMessages()
  const { evaluation, decision, provenance } = model
  const served = {
    ratio: decision.falseNegativeCost / decision.falsePositiveCost,
    threshold: decision.threshold,
  }
  return (
    <>
      <PrintHeader provenance={provenance} />
      <ModelHeading hasEvaluation={evaluation !== null} />
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-12 print:gap-3 [&>*]:min-w-0">
        {provenance.notice && (
          <div className="col-span-full">
            <Notice title={t('notice.label')}>
              <p>{provenance.notice}</p>
            </Notice>
          </div>
        )}
        {!evaluation && (
          <div className="col-span-full">
            <Notice title={t('model.noEvaluation.title')}>
              <p>{t('model.noEvaluation.body')}</p>
            </Notice>
          </div>
        )}
        <IdentityPanel model={model} />
        <FiguresPanel model={model} />
        {evaluation && (
          <CostPanel
            decisions={evaluation.decisions}
            served={served}
            statedCost={evaluation.figures.costPerClient.estimate}
          />
        )}
        {evaluation ? (
          <CandidatesPanel evaluation={evaluation} run={model.run} />
        ) : (
          <BareCandidatesPanel candidates={model.candidates} />
        )}
        {evaluation && (
          <>
            <RocPanel evaluation={evaluation} servedThreshold={decision.threshold} />
            <PrecisionRecallPanel evaluation={evaluation} servedThreshold={decision.threshold} />
            <CalibrationPanel evaluation={evaluation} />
            <SearchPanel grid={evaluation.grid} selection={evaluation.selection} />
          </>
        )}
        <ImportancePanel importance={model.importance} />
        {evaluation && <FairnessPanel fairness={evaluation.fairness} labels={labels} />}
        <LimitsPanel />
      </div>
      <ProvenanceLine provenance={provenance} window={model.trainingData.window} />
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPanel />
}
