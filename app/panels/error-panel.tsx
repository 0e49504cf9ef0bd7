import { isRouteErrorResponse, Link, useParams, useRouteError } from '@remix-run/react'
import type { ErrorCode } from '#core/contracts/advisor-error.ts'
import { ClientNumber } from '../components/client-number.tsx'
import { useHydrated } from '../components/use-hydrated.ts'
import { useMessages } from '../components/use-messages.ts'
import type { MessageKey } from '../messages/fr.ts'
import { type PageProblem, readPageProblem } from './read-page-problem.ts'

interface ErrorWords {
  title: MessageKey
  body: MessageKey
}

const invalid: ErrorWords = { title: 'error.invalid.title', body: 'error.invalid.body' }
const storeWords: ErrorWords = { title: 'error.store.title', body: 'error.store.body' }
const modelWords: ErrorWords = { title: 'error.model.title', body: 'error.model.body' }
const unexpected: ErrorWords = { title: 'error.unexpected.title', body: 'error.unexpected.body' }

/** Codes that need words of their own; the others are told by their status. */
const wordsOfCode: Partial<Record<ErrorCode, ErrorWords>> = {
  UNKNOWN_CLIENT: { title: 'error.unknownClient.title', body: 'error.unknownClient.none' },
  STORE_MISSING: storeWords,
  STORE_UNUSABLE: storeWords,
  PORTFOLIO_NOT_SCORED: { title: 'error.notScored.title', body: 'error.notScored.body' },
  BUNDLE_MISSING: modelWords,
  BUNDLE_CORRUPT: modelWords,
  FEATURES_MISMATCH: modelWords,
  SCORE_NOT_FINITE: { title: 'error.score.title', body: 'error.score.body' },
}

const wordsOfStatus: Record<number, ErrorWords> = {
  400: invalid,
  422: invalid,
  404: { title: 'error.notFound.title', body: 'error.notFound.body' },
  405: { title: 'error.method.title', body: 'error.method.body' },
}

function chooseWords({ status, code, isBadClientId }: PageProblem): ErrorWords {
  if (isBadClientId) return { title: 'error.badClientId.title', body: 'error.badClientId.body' }
  const ofCode = code && Object.hasOwn(wordsOfCode, code) ? wordsOfCode[code] : undefined
  return ofCode ?? wordsOfStatus[status] ?? unexpected
}

/** Any error's page, in our own words: the status and the code choose them, never the error's text. */
export function ErrorPanel() {
  const error = useRouteError()
  const { t, format } = useMessages()
  const { clientId = '' } = useParams()
  const isHydrated = useHydrated()
  const problem = readPageProblem(isRouteErrorResponse(error) ? error : null)
  const words = chooseWords(problem)
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
