import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useNavigation } from '@remix-run/react'
import { getCategoryLabels, getServiceStatus, listClients } from '../advisor.server.ts'
import { Notice } from '../components/notice.tsx'
import { useMessages } from '../components/use-messages.ts'
import { composeErrorTitle, composePageTitle, findPageLanguage } from '../compose-page-title.ts'
import { toListInput } from '../list/list-query.ts'
import { type ListProblem, parseListQuery } from '../list/parse-list-query.ts'
import { formatMessage } from '../messages/format-message.ts'
import { ActiveFilters } from '../panels/active-filters.tsx'
import { ClientFilters } from '../panels/client-filters.tsx'
import { ClientTable } from '../panels/client-table.tsx'
import { ColumnMeanings } from '../panels/column-meanings.tsx'
import { EmptyPortfolio } from '../panels/empty-portfolio.tsx'
import { ErrorPanel } from '../panels/error-panel.tsx'
import { Pagination } from '../panels/pagination.tsx'
import { PortfolioSummary } from '../panels/portfolio-summary.tsx'
import { QueryProblems } from '../panels/query-problems.tsx'
import { readPreferences } from '../preferences.server.ts'

const pageSize = 25

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { language } = await readPreferences(request)
  const [{ windows }, labels] = await Promise.all([
    getServiceStatus(context),
    getCategoryLabels(context, language, ['contractType', 'incomeType', 'occupationType']),
  ])
  const parameters = new URL(request.url).searchParams
  const windowNames = windows.map((window) => window.name)
  const { query, problems } = parseListQuery(parameters, {
    windows: windowNames,
    contracts: Object.keys(labels.contractType ?? {}),
    incomes: Object.keys(labels.incomeType ?? {}),
  })
  const answer = await listClients(context, { ...toListInput(query, pageSize), language })
  const pastTheEnd: ListProblem[] =
    query.page > answer.pageCount ? [{ parameter: 'page', found: String(query.page), expected: 'page' }] : []
  return {
    answer,
    labels,
    windowNames,
    query: { ...query, page: answer.page },
    problems: [...problems, ...pastTheEnd],
  }
}

export const meta: MetaFunction<typeof loader> = ({ error, matches }) => {
  const language = findPageLanguage(matches)
  if (error) return [{ title: composeErrorTitle(language, error) }]
  return [{ title: composePageTitle(language, formatMessage(language, 'list.title')) }]
}

export default function Portfolio() {
  const { answer, labels, windowNames, query, problems } = useLoaderData<typeof loader>()
  const { t, format } = useMessages()
  const { clientCount, matchCount, provenance } = answer
  const isPending = useNavigation().location?.pathname === '/clients'
  return (
    <>
      <h1 className="text-title font-[640] tracking-[-0.015em]">{t('list.title')}</h1>
      <p className="mt-0.5 text-ink-2">
        {t('list.lead', {
          count: clientCount,
          total: format.integer(clientCount),
          modelVersion: provenance.modelVersion,
        })}
      </p>
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-4">
        {provenance.notice && (
          <Notice title={t('notice.label')}>
            <p>{provenance.notice}</p>
          </Notice>
        )}
        {problems.length > 0 && <QueryProblems problems={problems} pageCount={answer.pageCount} />}
        <PortfolioSummary answer={answer} query={query} />
        <ClientFilters query={query} labels={labels} windowNames={windowNames} />
        <ActiveFilters query={query} labels={labels} />
        <p role="status" className="sr-only">
          {t('list.updated', { count: matchCount, total: format.integer(matchCount) })}
        </p>
        {matchCount === 0 ? (
          <EmptyPortfolio isStoreEmpty={clientCount === 0} />
        ) : (
          <div aria-busy={isPending} className="card overflow-clip aria-busy:*:opacity-60">
            <ClientTable rows={answer.rows} query={query} labels={labels} />
            <Pagination query={query} answer={answer} pageSize={pageSize} />
          </div>
        )}
        {matchCount > 0 && <ColumnMeanings />}
      </div>
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPanel />
}
