import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { SearchClientsAnswer } from '#core/contracts/search-clients.ts'
import { searchClients } from '../advisor.server.ts'
import { useMessages } from '../components/use-messages.ts'
import { composeErrorTitle, composePageTitle, findPageLanguage } from '../compose-page-title.ts'
import { formatMessage } from '../messages/format-message.ts'
import { ErrorPanel } from '../panels/error-panel.tsx'
import { FoundClients } from '../panels/found-clients.tsx'
import { readPreferences } from '../preferences.server.ts'
import { parseClientDigits } from '../search-suggestions.ts'

const pageSize = 25
const longestQuery = 40

/** Where the search form leads without a choice from its list: to the one client, or to all that match. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const parameters = new URL(request.url).searchParams
  const query = (parameters.get('q') ?? '').trim().slice(0, longestQuery)
  if (query === '') throw redirect('/clients')
  const digits = parseClientDigits(query)
  if (digits === null) return { query, found: null, isFirstPage: true }

  const { language } = await readPreferences(request)
  const cursor = parameters.get('cursor')?.slice(0, 200)
  const found = await searchClients(context, {
    query: digits,
    limit: pageSize,
    language,
    ...(cursor && { cursor }),
  })
  const exact = cursor ? null : chooseClient(found, digits)
  if (exact !== null) throw redirect(`/clients/${exact}`)
  return { query, found, isFirstPage: !cursor }
}

function chooseClient({ clients, matchCount }: SearchClientsAnswer, digits: string): number | null {
  const exact = clients.find((client) => String(client.clientId) === digits)
  return exact?.clientId ?? (matchCount === 1 ? (clients[0]?.clientId ?? null) : null)
}

export const meta: MetaFunction<typeof loader> = ({ data, error, matches }) => {
  const language = findPageLanguage(matches)
  if (error) return [{ title: composeErrorTitle(language, error) }]
  const page = formatMessage(language, 'find.title', { query: data?.query ?? '' })
  return [{ title: composePageTitle(language, page) }]
}

export default function FindClients() {
  const { query, found, isFirstPage } = useLoaderData<typeof loader>()
  const { t } = useMessages()
  return (
    <div className="mx-auto max-w-3xl">
      <h1 className="text-title font-[640] tracking-[-0.015em]">{t('find.title', { query })}</h1>
      <FoundClients query={query} found={found} isFirstPage={isFirstPage} />
      <p className="mt-6">
        <Link to="/clients" className="link">
          {t('find.portfolio')}
        </Link>
      </p>
    </div>
  )
}

export function ErrorBoundary() {
  return <ErrorPanel />
}
