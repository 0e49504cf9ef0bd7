import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Await, type ShouldRevalidateFunctionArgs, useLoaderData, useSearchParams } from '@remix-run/react'
import { Suspense } from 'react'
import { findEvidentlyReport } from '../advisor.server.ts'
import { useMessages } from '../components/use-messages.ts'
import { composeErrorTitle, composePageTitle, findPageLanguage } from '../compose-page-title.ts'
import { isSameDrift } from '../drift-page/is-same-drift.ts'
import { loadDrift } from '../drift-page/load-drift.server.ts'
import { parseDriftQuery } from '../drift-page/parse-drift-query.ts'
import { within } from '../drift-page/within.ts'
import { formatMessage } from '../messages/format-message.ts'
import { DriftProblem } from '../panels/drift/drift-problem.tsx'
import { DriftReportPanels } from '../panels/drift/drift-report-panels.tsx'
import { DriftSkeleton } from '../panels/drift/drift-skeleton.tsx'
import { ErrorPanel } from '../panels/error-panel.tsx'
import { readPreferences } from '../preferences.server.ts'

/** Longer than a report that is kept takes, shorter than a person notices. */
const patienceMs = 400

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { language } = await readPreferences(request)
  const query = parseDriftQuery(new URL(request.url).searchParams)
  const [{ settled }, evidently] = await Promise.all([
    within(loadDrift(context, query, language), patienceMs),
    findEvidentlyReport(context),
  ])
  return { drift: settled, evidently }
}

/** Filters and order are the page's own: only another window or another opened column asks for more. */
export function shouldRevalidate({ currentUrl, nextUrl, formMethod }: ShouldRevalidateFunctionArgs): boolean {
  return (formMethod !== undefined && formMethod !== 'GET') || !isSameDrift(currentUrl, nextUrl)
}

export const meta: MetaFunction<typeof loader> = ({ error, matches }) => {
  const language = findPageLanguage(matches)
  if (error) return [{ title: composeErrorTitle(language, error) }]
  return [{ title: composePageTitle(language, formatMessage(language, 'drift.title')) }]
}

export default function Drift() {
  const { drift, evidently } = useLoaderData<typeof loader>()
  const { t } = useMessages()
  const [parameters] = useSearchParams()
  const query = parseDriftQuery(parameters)
  return (
    <>
      <h1 className="text-title font-[640] tracking-[-0.015em]">{t('drift.title')}</h1>
      <p className="mt-0.5 max-w-prose text-ink-2">{t('drift.lead')}</p>
      <Suspense fallback={<DriftSkeleton />}>
        <Await resolve={drift} errorElement={<DriftProblem problem="UNEXPECTED" />}>
          {({ answer, problem }) =>
            answer ? (
              <DriftReportPanels drift={answer} query={query} evidently={evidently} />
            ) : (
              <DriftProblem problem={problem} />
            )
          }
        </Await>
      </Suspense>
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPanel />
}
