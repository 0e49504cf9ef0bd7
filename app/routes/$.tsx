import { data, type MetaFunction } from '@remix-run/node'
import { composeErrorTitle, findPageLanguage } from '../compose-page-title.ts'
import { ErrorPanel } from '../panels/error-panel.tsx'

/** Any other address: a designed page, with the header around it. */
export function loader() {
  throw data(null, { status: 404 })
}

export function action() {
  throw data(null, { status: 405 })
}

export const meta: MetaFunction = ({ error, matches }) => [
  { title: composeErrorTitle(findPageLanguage(matches), error) },
]

export default function UnknownPage() {
  return null
}

export function ErrorBoundary() {
  return <ErrorPanel />
}
