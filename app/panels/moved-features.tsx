import type { ClientProfile } from '#core/contracts/client-profile.ts'
import type { MovedFeature, SimulateClientAnswer } from '#core/contracts/simulate-client.ts'
import { Icon } from '../components/icon.tsx'
import { SignedFigure } from '../components/signed-figure.tsx'
import { useMessages } from '../components/use-messages.ts'
import { formatFeature } from '../format/format-feature.ts'
import { formatSigned } from '../format/format-signed.ts'

interface MovedFeaturesProps {
  simulation: SimulateClientAnswer
  profile: ClientProfile
  contractLabels: Record<string, string>
}

/** What the changes moved: every feature before and after, and how much of the score's move is its own. */
export function MovedFeatures({ simulation, profile, contractLabels }: MovedFeaturesProps) {
  const { t } = useMessages()
  const { movedFeatures, changes } = simulation
  const contracts = [profile.contractType, changes.contractType ?? null].map(
    (contract) => contract && (contractLabels[contract] ?? contract),
  ) as [string | null, string | null]
  const telling = movedFeatures.filter((moved) => computeMove(moved) !== 0)
  const silent = movedFeatures.filter((moved) => computeMove(moved) === 0)
  const list = (rows: MovedFeature[]) => (
    <ul className="mt-1 text-xs">
      {rows.map((moved) => (
        <MovedRow key={moved.feature} moved={moved} contracts={contracts} />
      ))}
    </ul>
  )
  return (
    <>
      <h3 className="eyebrow mt-3">{t('whatIf.moved', { count: telling.length })}</h3>
      {list(telling)}
      {silent.length > 0 && (
        <details className="text-xs print:hidden">
          <summary className="link inline-block rounded-sm py-1">
            {t('whatIf.silent', { count: silent.length })}
          </summary>
          {list(silent)}
        </details>
      )}
    </>
  )
}

/** How much the feature's own contribution moves, to the two digits that are shown. */
function computeMove({ contributionAfterLogOdds, contributionBeforeLogOdds }: MovedFeature): number {
  return Math.round((contributionAfterLogOdds - contributionBeforeLogOdds) * 100) / 100
}

function MovedRow({ moved, contracts }: { moved: MovedFeature; contracts: [string | null, string | null] }) {
  const messages = useMessages()
  const { t, format } = messages
  const { label, unit, valueBefore, valueAfter } = moved
  const isContract = moved.feature === 'contract_type_code'
  const say = (value: number | null) => formatFeature(value, unit, messages)
  const move = computeMove(moved)
  const text = formatSigned(format, move, 2)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_4rem] items-baseline gap-x-3 border-t border-line py-1 first:border-0">
      <span>
        {label}
        <span className="ml-2 inline-flex items-center gap-1 text-ink-2">
          {isContract ? contracts[0] : say(valueBefore)}
          <Icon name="next" className="size-3 text-ink-3" />
          <span className="sr-only">{t('whatIf.becomes')}</span>
          {isContract ? contracts[1] : say(valueAfter)}
        </span>
      </span>
      <span className="text-right">
        {move !== 0 ? (
          <SignedFigure text={text} isUp={move > 0} isFor={move < 0} />
        ) : (
          <span className="text-ink-3">{text}</span>
        )}
      </span>
    </li>
  )
}
