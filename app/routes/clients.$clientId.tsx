import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunctionArgs, useLoaderData } from '@remix-run/react'
import { useRef } from 'react'
import { isWhatIfChange } from '../client-page/is-what-if-change.ts'
import { loadClientPanels } from '../client-page/load-client-panels.server.ts'
import { parseClientId } from '../client-page/parse-client-id.ts'
import { Notice } from '../components/notice.tsx'
import { useMessages } from '../components/use-messages.ts'
import { composeErrorTitle, composePageTitle, findPageLanguage } from '../compose-page-title.ts'
import { groupDigits } from '../format/create-formatters.ts'
import { formatMessage } from '../messages/format-message.ts'
import { ClientBar } from '../panels/client-bar.tsx'
import { ClientHeading } from '../panels/client-heading.tsx'
import { ComparisonPanel } from '../panels/comparison-panel.tsx'
import { DecisionPanel } from '../panels/decision-panel.tsx'
import { ErrorPanel } from '../panels/error-panel.tsx'
import { PrintHeader } from '../panels/print-header.tsx'
import { ProfilePanel } from '../panels/profile-panel.tsx'
import { ProvenanceLine } from '../panels/provenance-line.tsx'
import { badClientId } from '../panels/read-page-problem.ts'
import { ReasonsPanel } from '../panels/reasons-panel.tsx'
import { SuggestionsPanel } from '../panels/suggestions-panel.tsx'
import { ThemePanel } from '../panels/theme-panel.tsx'
import { WhatIfPanel } from '../panels/what-if-panel.tsx'
import { readPreferences } from '../preferences.server.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const clientId = parseClientId(params.clientId)
  if (clientId === null) throw data({ code: badClientId }, { status: 404 })
  const { language } = await readPreferences(request)
  return loadClientPanels(context, { clientId, language, parameters: new URL(request.url).searchParams })
}

/** The sliders ask for their own score: the rest of the page stays as it is. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  const isForm = formMethod !== undefined && formMethod !== 'GET'
  if (!isForm && currentUrl.href !== nextUrl.href && isWhatIfChange(currentUrl, nextUrl)) return false
  return defaultShouldRevalidate
}

export const meta: MetaFunction<typeof loader> = ({ params, error, matches }) => {
  const language = findPageLanguage(matches)
  if (error) return [{ title: composeErrorTitle(language, error) }]
  const clientId = groupDigits((params.clientId ?? '').slice(0, 20))
  return [{ title: composePageTitle(language, formatMessage(language, 'client.title', { clientId })) }]
}

export default function Client() {
  const { view, labels, query, problems, explanation, comparison, suggestions, simulation } =
    useLoaderData<typeof loader>()
  const { t } = useMessages()
  const { notice } = view.score.provenance
  const { profile } = view
  const heading = useRef<HTMLElement>(null)
  return (
    <>
      <PrintHeader provenance={view.score.provenance} />
      <ClientHeading ref={heading} profile={profile} labels={labels} />
      <ClientBar score={view.score} heading={heading} />
      <div className="panels mt-2 grid gap-4 lg:grid-cols-12 print:grid-cols-12 print:gap-3">
        {notice && (
          <div className="col-span-full">
            <Notice title={t('notice.label')}>
              <p>{notice}</p>
            </Notice>
          </div>
        )}
        <DecisionPanel view={view} />
        <ThemePanel explanation={explanation} />
        <ReasonsPanel explanation={explanation} reasonCount={query.reasonCount} />
        <div className="flex flex-col gap-4 lg:col-span-5 print:col-span-full print:gap-3">
          <SuggestionsPanel suggestions={suggestions} profile={profile} />
          <WhatIfPanel key={profile.clientId} view={view} labels={labels} simulation={simulation} />
        </div>
        <ComparisonPanel
          comparison={comparison}
          explanation={explanation}
          query={query}
          problems={problems}
          labels={labels}
        />
        <ProfilePanel profile={profile} labels={labels} />
      </div>
      <ProvenanceLine provenance={view.score.provenance} window={profile.window} />
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPanel />
}
