import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm, requirePerson, statusOf, withCookies } from '../access.server.ts'
import { composeErrorTitle, composePageTitle, findPageLanguage } from '../compose-page-title.ts'
import { formatMessage } from '../messages/format-message.ts'
import { AccountPanel } from '../panels/accounts/account-panel.tsx'
import type { FormProblem } from '../panels/accounts/account-problem-messages.ts'
import { ErrorPanel } from '../panels/error-panel.tsx'

export function loader({ context }: LoaderFunctionArgs) {
  const { name, email, role, isDemo, mustChangePassword } = requirePerson(context)
  return { name, email, role, isDemo, mustChangePassword }
}

export async function action({ request, context }: ActionFunctionArgs) {
  requirePerson(context)
  const { headers } = request
  const read = await readForm(request)
  const passwords = { current: read('current'), next: read('next') }
  const outcome = await context.access.changePassword(headers, passwords)
  if (outcome.problem === null) {
    const changed: FormProblem | null = null
    return data({ isDone: true, problem: changed }, { headers: withCookies(outcome.setCookies) })
  }
  const problem: FormProblem | null = outcome
  return data({ isDone: false, problem }, { status: statusOf(outcome) })
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export const meta: MetaFunction<typeof loader> = ({ error, matches }) => {
  const language = findPageLanguage(matches)
  if (error) return [{ title: composeErrorTitle(language, error) }]
  return [{ title: composePageTitle(language, formatMessage(language, 'account.title')) }]
}

export default function Account() {
  const person = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <AccountPanel person={person} isDone={answered?.isDone ?? false} problem={answered?.problem ?? null} />
  )
}

export function ErrorBoundary() {
  return <ErrorPanel />
}
