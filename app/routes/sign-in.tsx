import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  redirectDocument,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm, statusOf, withCookies } from '../access.server.ts'
import { composeErrorTitle, composePageTitle, findPageLanguage } from '../compose-page-title.ts'
import { formatMessage } from '../messages/format-message.ts'
import { SignInPanel } from '../panels/accounts/sign-in-panel.tsx'
import { ErrorPanel } from '../panels/error-panel.tsx'
import { resolveReturnPath } from '../resolve-return-path.ts'

/** Where to go once signed in: never back to this page or straight out again. */
function resolveNextPath(submitted: unknown): string {
  const path = resolveReturnPath(submitted)
  return /^\/(sign-in|sign-out|preferences)\b/.test(path) ? '/' : path
}

export function loader({ request, context }: LoaderFunctionArgs) {
  const parameters = new URL(request.url).searchParams
  const leadTo = parameters.get('leadTo')
  // A stranger asked for the data of another page: the server has them led to where they would be.
  if (leadTo !== null) throw redirectDocument(resolveReturnPath(leadTo))
  const next = resolveNextPath(parameters.get('next'))
  if (context.person) throw redirect(next)
  const demo = context.access.demoSignIn()
  return { next, demo: demo && { email: demo.email, password: demo.password } }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const read = await readForm(request)
  const isDemo = read('intent') === 'demo'
  const credentials = isDemo
    ? context.access.demoSignIn()
    : { email: read('email'), password: read('password') }
  if (!credentials) throw data(null, { status: 404 })
  const { email, password } = credentials
  const outcome = await context.access.signIn({ email, password, address: context.clientAddress })
  if (outcome.problem === null) {
    return redirect(resolveNextPath(read('next')), { headers: withCookies(outcome.setCookies) })
  }
  const { problem, retryAfterSeconds } = outcome
  return data(
    { problem, retryAfterSeconds, email: email.slice(0, 200) },
    {
      status: statusOf(outcome),
      ...(retryAfterSeconds && { headers: { 'Retry-After': String(retryAfterSeconds) } }),
    },
  )
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export const meta: MetaFunction<typeof loader> = ({ error, matches }) => {
  const language = findPageLanguage(matches)
  if (error) return [{ title: composeErrorTitle(language, error) }]
  return [{ title: composePageTitle(language, formatMessage(language, 'signIn.title')) }]
}

export default function SignIn() {
  const { next, demo } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  return <SignInPanel next={next} demo={demo} problem={problem ?? null} />
}

export function ErrorBoundary() {
  return <ErrorPanel />
}
