import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getCategoryLabels, viewClient } from '../advisor.server.ts'
import { Notice } from '../components/notice.tsx'
import { useMessages } from '../components/use-messages.ts'
import { composeErrorTitle, composePageTitle, findPageLanguage } from '../compose-page-title.ts'
import { groupDigits } from '../format/create-formatters.ts'
import { formatMessage } from '../messages/format-message.ts'
import { ClientHeading } from '../panels/client-heading.tsx'
import { DecisionPanel } from '../panels/decision-panel.tsx'
import { ErrorPanel } from '../panels/error-panel.tsx'
import { profileCategoryFields } from '../panels/profile-groups.ts'
import { ProfilePanel } from '../panels/profile-panel.tsx'
import { ProvenanceLine } from '../panels/provenance-line.tsx'
import { badClientId } from '../panels/read-page-problem.ts'
import { RiskClassPanel } from '../panels/risk-class-panel.tsx'
import { readPreferences } from '../preferences.server.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const clientId = /^\d{1,15}$/.test(params.clientId ?? '') ? Number(params.clientId) : 0
  if (clientId === 0) throw data({ code: badClientId }, { status: 404 })
  const { language } = await readPreferences(request)
  const [view, labels] = await Promise.all([
    viewClient(context, { clientId, language }),
    getCategoryLabels(context, language, profileCategoryFields),
  ])
  return { view, labels }
}

export const meta: MetaFunction<typeof loader> = ({ params, error, matches }) => {
  const language = findPageLanguage(matches)
  if (error) return [{ title: composeErrorTitle(language, error) }]
  const clientId = groupDigits((params.clientId ?? '').slice(0, 20))
  return [{ title: composePageTitle(language, formatMessage(language, 'client.title', { clientId })) }]
}

export default function Client() {
  const { view, labels } = useLoaderData<typeof loader>()
  const { t } = useMessages()
  const { notice } = view.score.provenance
  return (
    <>
      <ClientHeading profile={view.profile} labels={labels} />
      <div className="mt-5 grid gap-4 lg:grid-cols-12 print:grid-cols-12 print:gap-3">
        {notice && (
          <div className="col-span-full">
            <Notice title={t('notice.label')}>
              <p>{notice}</p>
            </Notice>
          </div>
        )}
        <DecisionPanel view={view} />
        <RiskClassPanel view={view} />
        <ProfilePanel profile={view.profile} labels={labels} />
      </div>
      <ProvenanceLine provenance={view.score.provenance} window={view.profile.window} />
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPanel />
}
