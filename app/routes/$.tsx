import { data } from '@remix-run/node'
import { ErrorPanel } from '../panels/error-panel.tsx'

/** Any other address: a designed page, with the header around it. */
export function loader() {
  throw data(null, { status: 404 })
}

export function action() {
  throw data(null, { status: 405 })
}

export default function UnknownPage() {
  return null
}

export function ErrorBoundary() {
  return <ErrorPanel />
}
