import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { tokenScopes } from '#core/contracts/caller.ts'
import { requireScope, statusOf } from '../access.server.ts'
import { composeErrorTitle, composePageTitle, findPageLanguage } from '../compose-page-title.ts'
import { formatMessage } from '../messages/format-message.ts'
import type { TokenAnswer } from '../panels/accounts/token-answer.ts'
import { TokensPanel } from '../panels/accounts/tokens-panel.tsx'
import { ErrorPanel } from '../panels/error-panel.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireScope(context, 'accounts:manage')
  const tokens = await context.access.listTokens(request.headers)
  return {
    scopes: tokenScopes,
    mcpUrl: new URL('/mcp', request.url).href,
    tokens: tokens.map((token) => ({
      ...token,
      createdAt: token.createdAt.toISOString(),
      expiresAt: token.expiresAt?.toISOString() ?? null,
      lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    })),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  requireScope(context, 'accounts:manage')
  const form = await request.formData().catch(() => null)
  if (!form) throw data(null, { status: 400 })
  const answer = await change(context.access, request.headers, form)
  return data(answer, { status: statusOf(answer) })
}

/** Does what a form of the page asks for. */
async function change(
  desk: ActionFunctionArgs['context']['access'],
  headers: Headers,
  form: FormData,
): Promise<TokenAnswer> {
  const name = String(form.get('name') ?? '')
  switch (form.get('intent')) {
    case 'create': {
      const days = String(form.get('expiresInDays') ?? '')
      const scopes = form.getAll('scopes').map(String)
      const expiresInDays = days === 'never' ? null : Number(days)
      const made = await desk.createToken(headers, { name, scopes, expiresInDays })
      return made.problem === null ? { ...made, done: 'created', name } : made
    }
    case 'revoke': {
      const revoked = await desk.revokeToken(headers, String(form.get('tokenId') ?? ''))
      return revoked.problem === null ? { problem: null, done: 'revoked' } : revoked
    }
  }
  return { problem: 'INVALID' }
}

export const meta: MetaFunction<typeof loader> = ({ error, matches }) => {
  const language = findPageLanguage(matches)
  if (error) return [{ title: composeErrorTitle(language, error) }]
  return [{ title: composePageTitle(language, formatMessage(language, 'admin.tokens.title')) }]
}

export default function Tokens() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <TokensPanel {...loaded} answer={answer ?? null} />
}

export function ErrorBoundary() {
  return <ErrorPanel />
}
