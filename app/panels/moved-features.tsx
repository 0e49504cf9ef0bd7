import type { MovedFeature, SimulateClientAnswer } from '#core/contracts/simulate-client.ts'
import { Icon } from '../components/icon.tsx'
import { SignedFigure } from '../components/signed-figure.tsx'
import { useMessages } from '../components/use-messages.ts'
import { formatSigned } from '../format/format-signed.ts'

/** The strongest are shown at once, the others on demand. */
const mostTelling = 5

const movedGrid = 'grid grid-cols-[minmax(0,1fr)_4rem] items-baseline gap-x-3 py-1'

/** What the changes moved: every feature before and after, and how much of the score's move is its own. */
export function MovedFeatures({ simulation }: { simulation: SimulateClientAnswer }) {
  const { t } = useMessages()
  const { movedFeatures, otherContributionChangeLogOdds } = simulation
  const otherMove = Math.round(otherContributionChangeLogOdds * 100) / 100
  const telling = movedFeatures.filter((moved) => computeMove(moved) !== 0).slice(0, mostTelling)
  const others = movedFeatures.filter((moved) => !telling.includes(moved))
  const list = (rows: MovedFeature[]) => (
    <ul className="mt-1 text-xs">
      {rows.map((moved) => (
        <MovedRow key={moved.feature} moved={moved} />
      ))}
    </ul>
  )
  return (
    <>
      <h3 className="eyebrow mt-3">{t('whatIf.moved', { count: telling.length })}</h3>
      {list(telling)}
      {otherMove !== 0 && (
        <p className={`${movedGrid} border-t border-line text-xs`}>
          <span className="text-ink-2">{t('whatIf.others')}</span>
          <Move move={otherMove} />
        </p>
      )}
      {others.length > 0 && (
        <details className="text-xs print:hidden">
          <summary className="link inline-block rounded-sm py-1">
            {t('whatIf.silent', { count: others.length })}
          </summary>
          {list(others)}
        </details>
      )}
    </>
  )
}

/** How much the feature's own contribution moves, to the two digits that are shown. */
function computeMove({ contributionAfterLogOdds, contributionBeforeLogOdds }: MovedFeature): number {
  return Math.round((contributionAfterLogOdds - contributionBeforeLogOdds) * 100) / 100
}

function MovedRow({ moved }: { moved: MovedFeature }) {
  const { t } = useMessages()
  return (
    <li className={`${movedGrid} border-t border-line first:border-0`}>
      <span>
        {moved.label}
        <span className="ml-2 inline-flex items-center gap-1 text-ink-2">
          {moved.displayValueBefore}
          <Icon name="next" className="size-3 text-ink-3" />
          <span className="sr-only">{t('whatIf.becomes')}</span>
          {moved.displayValueAfter}
        </span>
      </span>
      <Move move={computeMove(moved)} />
    </li>
  )
}

function Move({ move }: { move: number }) {
  const { format } = useMessages()
  const text = formatSigned(format, move, 2)
  return (
    <span className="text-right">
      {move === 0 ? (
        <span className="text-ink-3">{text}</span>
      ) : (
        <SignedFigure text={text} isUp={move > 0} isFor={move < 0} />
      )}
    </span>
  )
}
