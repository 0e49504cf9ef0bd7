import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nameActors } from '../audit/actor-names.ts'
import { toAuditFilters } from '../audit/audit-query.ts'
import { dayBounds } from '../audit/day-bounds.ts'
import { parseAuditQuery } from '../audit/parse-audit-query.ts'
import { requireAudit } from '../audit.server.ts'
import { composeErrorTitle, composePageTitle, findPageLanguage } from '../compose-page-title.ts'
import { env } from '../env.server.ts'
import { formatMessage } from '../messages/format-message.ts'
import { AuditPanel } from '../panels/audit/audit-panel.tsx'
import { ErrorPanel } from '../panels/error-panel.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const audit = requireAudit(context)
  const { query, problems } = parseAuditQuery(new URL(request.url).searchParams)
  const day = query.day ? dayBounds(query.day, env.timeZone) : null
  const list = audit.list(toAuditFilters(query, day), query.place)
  const [users, tokens] = await Promise.all([
    context.access.listUsers(request.headers),
    context.access.listTokens(request.headers),
  ])
  return { list, entryCount: audit.countAll(), query, problems, names: nameActors(users, tokens) }
}

export const meta: MetaFunction<typeof loader> = ({ error, matches }) => {
  const language = findPageLanguage(matches)
  if (error) return [{ title: composeErrorTitle(language, error) }]
  return [{ title: composePageTitle(language, formatMessage(language, 'audit.title')) }]
}

export default function Audit() {
  return <AuditPanel {...useLoaderData<typeof loader>()} />
}

export function ErrorBoundary() {
  return <ErrorPanel />
}
