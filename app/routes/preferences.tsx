import { type ActionFunctionArgs, data, type MetaFunction, redirect } from '@remix-run/node'
import { composeErrorTitle, findPageLanguage } from '../compose-page-title.ts'
import { ErrorPanel } from '../panels/error-panel.tsx'
import { writePreferences } from '../preferences.server.ts'
import { resolveReturnPath } from '../resolve-return-path.ts'

/** Keeps the language and the theme, then goes back to where the form stood; a form that chooses neither is none of ours. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData().catch(() => null)
  if (!form) throw data(null, { status: 400 })
  const headers = await writePreferences(form)
  if (!headers.has('Set-Cookie')) throw data(null, { status: 400 })
  return redirect(resolveReturnPath(form.get('returnTo')), { headers })
}

export function loader() {
  return redirect('/clients')
}

export const meta: MetaFunction = ({ error, matches }) => [
  { title: composeErrorTitle(findPageLanguage(matches), error) },
]

export default function Preferences() {
  return null
}

export function ErrorBoundary() {
  return <ErrorPanel />
}
