import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Link, useLoaderData, useRouteError } from '@remix-run/react'
import { findEvidentlyReport, getServiceStatus } from '../advisor.server.ts'
import { Icon } from '../components/icon.tsx'
import { useMessages } from '../components/use-messages.ts'
import { composeErrorTitle, composePageTitle, findPageLanguage } from '../compose-page-title.ts'
import { formatMessage } from '../messages/format-message.ts'
import { EvidentlyFacts } from '../panels/drift/evidently-facts.tsx'
import { EvidentlyMissing } from '../panels/drift/evidently-missing.tsx'
import { ErrorPanel } from '../panels/error-panel.tsx'

export async function loader({ context }: LoaderFunctionArgs) {
  const [report, { dataVersion, modelVersion }] = await Promise.all([
    findEvidentlyReport(context),
    getServiceStatus(context),
  ])
  if (!report) throw data(null, { status: 404 })
  return { report, served: { dataVersion, modelVersion } }
}

export const meta: MetaFunction<typeof loader> = ({ error, matches }) => {
  const language = findPageLanguage(matches)
  if (isRouteErrorResponse(error) && error.status === 404) {
    return [{ title: composePageTitle(language, formatMessage(language, 'drift.evidently.missing.title')) }]
  }
  if (error) return [{ title: composeErrorTitle(language, error) }]
  return [{ title: composePageTitle(language, formatMessage(language, 'drift.evidently.title')) }]
}

/** evidently's report in a frame that is shut off from the application, under what is known of it. */
export default function Evidently() {
  const { report, served } = useLoaderData<typeof loader>()
  const { t } = useMessages()
  const address = '/drift/evidently/report.html'
  return (
    <>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-title font-[640] tracking-[-0.015em]">{t('drift.evidently.title')}</h1>
          <EvidentlyFacts report={report} served={served} />
        </div>
        <p className="ml-auto flex flex-wrap gap-2 max-sm:ml-0">
          <Link to="/drift" className="button">
            <Icon name="previous" />
            {t('drift.evidently.back')}
          </Link>
          <a href={address} target="_blank" rel="noreferrer" className="button">
            <Icon name="external" />
            {t('drift.evidently.alone')}
          </a>
        </p>
      </div>
      <iframe
        src={address}
        title={t('drift.evidently.frame')}
        sandbox="allow-scripts allow-downloads"
        className="mt-4 h-[calc(100dvh-13rem)] min-h-[32rem] w-full rounded-card border border-line bg-white"
      />
    </>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  return isRouteErrorResponse(error) && error.status === 404 ? <EvidentlyMissing /> : <ErrorPanel />
}
