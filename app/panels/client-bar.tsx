import { Link, useLocation } from '@remix-run/react'
import { type RefObject, useEffect, useState } from 'react'
import type { ScoreClientAnswer } from '#core/contracts/score-client.ts'
import { showPanel } from '../commands/show-panel.ts'
import { AdviceBadge } from '../components/advice-badge.tsx'
import { ClientNumber } from '../components/client-number.tsx'
import { useMessages } from '../components/use-messages.ts'
import type { MessageKey } from '../messages/fr.ts'

const panels: { id: string; title: MessageKey }[] = [
  { id: 'decision', title: 'client.bar.decision' },
  { id: 'themes', title: 'client.bar.themes' },
  { id: 'reasons', title: 'client.bar.reasons' },
  { id: 'suggestions', title: 'client.bar.suggestions' },
  { id: 'what-if', title: 'client.bar.whatIf' },
  { id: 'comparison', title: 'client.bar.comparison' },
  { id: 'profile', title: 'client.bar.profile' },
]

interface ClientBarProps {
  score: ScoreClientAnswer
  /** The page's heading: once it is out of sight the bar says whose page this is. */
  heading: RefObject<HTMLElement>
}

/** Ways to the panels, which stay in reach while the page scrolls, beside the client's number and advice. */
export function ClientBar({ score, heading }: ClientBarProps) {
  const { t, format } = useMessages()
  const { search } = useLocation()
  const isScrolled = useIsOutOfSight(heading)
  return (
    <div
      data-scrolled={isScrolled}
      className="client-bar sticky top-(--header) z-30 -mx-4 mt-3 flex h-11 items-center gap-4 px-4 sm:-mx-6 sm:px-6 print:hidden"
    >
      <nav aria-label={t('client.bar.label')} className="min-w-0 flex-1 overflow-x-auto">
        <ul className="-ml-2.5 flex p-1">
          {panels.map(({ id, title }) => (
            <li key={id}>
              <Link
                to={{ search, hash: `#${id}` }}
                replace
                preventScrollReset
                onClick={() => showPanel(id)}
                className="inline-flex h-8 items-center rounded-control px-2.5 whitespace-nowrap text-ink-2 hover:bg-sunken hover:text-ink"
              >
                {t(title)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <p aria-hidden="true" className={`flex items-center gap-3 ${isScrolled ? '' : 'invisible'}`}>
        <span className="font-[600] max-md:hidden">
          <ClientNumber clientId={score.clientId} />
        </span>
        <span className="font-[600]">{format.probability(score.probabilityOfRepayment)}</span>
        <AdviceBadge advice={score.advice} isShortOnPhones />
      </p>
    </div>
  )
}

function useIsOutOfSight(element: RefObject<HTMLElement>): boolean {
  const [isOut, setOut] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver(([entry]) => setOut(entry ? !entry.isIntersecting : false), {
      rootMargin: '-56px 0px 0px',
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return isOut
}
