import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nameActors } from '../audit/actor-names.ts'
import { parseEntryId } from '../audit/parse-audit-query.ts'
import { requireAudit, showAuditEntry } from '../audit.server.ts'
import { composeErrorTitle, composePageTitle, findPageLanguage } from '../compose-page-title.ts'
import { formatMessage } from '../messages/format-message.ts'
import { EntryPanel } from '../panels/audit/entry-panel.tsx'
import { ErrorPanel } from '../panels/error-panel.tsx'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const audit = requireAudit(context)
  const entryId = parseEntryId(params.entryId)
  if (entryId === null) throw data(null, { status: 404 })
  const entry = await showAuditEntry(audit, entryId)
  const [users, tokens] = await Promise.all([
    context.access.listUsers(request.headers),
    context.access.listTokens(request.headers),
  ])
  return { entry, names: nameActors(users, tokens) }
}

export const meta: MetaFunction<typeof loader> = ({ error, matches, params }) => {
  const language = findPageLanguage(matches)
  if (error) return [{ title: composeErrorTitle(language, error) }]
  const title = formatMessage(language, 'audit.entry.title', { entry: String(params.entryId) })
  return [{ title: composePageTitle(language, title) }]
}

export default function Entry() {
  return <EntryPanel {...useLoaderData<typeof loader>()} />
}

export function ErrorBoundary() {
  return <ErrorPanel />
}
