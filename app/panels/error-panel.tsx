import { Link, useParams, useRouteError } from '@remix-run/react'
import { ClientNumber } from '../components/client-number.tsx'
import { useHydrated } from '../components/use-hydrated.ts'
import { useMessages } from '../components/use-messages.ts'
import { chooseErrorWords } from './choose-error-words.ts'
import { readPageProblem } from './read-page-problem.ts'

/** Any error's page, in our own words: the status and the code choose them, never the error's text. */
export function ErrorPanel() {
  const error = useRouteError()
  const { t, format } = useMessages()
  const { clientId = '' } = useParams()
  const isHydrated = useHydrated()
  const problem = readPageProblem(error)
  const words = chooseErrorWords(problem)
  const hasNearest = problem.nearestClientIds.length > 0
  const shownId = /^\d{1,15}$/.test(clientId) ? format.clientId(Number(clientId)) : ''
  return (
    <div className="mx-auto max-w-xl py-8 sm:py-16">
      <p className="eyebrow text-ink-3">{t('error.label', { status: problem.status })}</p>
      <h1 className="mt-1 text-title font-[640] tracking-[-0.015em]">{t(words.title)}</h1>
      <p className="mt-2 text-ink-2">
        {t(hasNearest ? 'error.unknownClient.body' : words.body, { clientId: shownId })}
      </p>
      {hasNearest && (
        <ul aria-label={t('error.unknownClient.nearest')} className="card mt-5 divide-y divide-line">
          {problem.nearestClientIds.map((nearest) => (
            <li key={nearest} className="relative px-4 py-2.5 hover:bg-hover">
              <Link to={`/clients/${nearest}`} className="row-link font-[600]">
                <ClientNumber clientId={nearest} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        <Link to="/clients" className="button button-primary">
          {t('error.back')}
        </Link>
        {problem.status >= 500 && isHydrated && (
          <button type="button" className="button" onClick={() => window.location.reload()}>
            {t('error.retry')}
          </button>
        )}
      </div>
    </div>
  )
}
