import type { Advice } from '#core/contracts/decision.ts'
import type { MessageKey } from '../messages/fr.ts'
import { Icon, type IconName } from './icon.tsx'
import { useMessages } from './use-messages.ts'

export const adviceMessages: Record<Advice, MessageKey> = {
  grant: 'advice.grant',
  review: 'advice.review',
  refuse: 'advice.refuse',
}

/** One word each, where there is room for no more. */
export const adviceShortMessages: Record<Advice, MessageKey> = {
  grant: 'advice.short.grant',
  review: 'advice.short.review',
  refuse: 'advice.short.refuse',
}

export const adviceIcons: Record<Advice, IconName> = { grant: 'up', review: 'diamond', refuse: 'down' }

const tones: Record<Advice, string> = {
  grant: 'bg-good-soft text-good',
  review: 'bg-warn-soft text-warn',
  refuse: 'bg-bad-soft text-bad',
}

interface AdviceBadgeProps {
  advice: Advice
  size?: 'small' | 'large'
  /** One word instead of two where a table has little room. */
  isShortOnPhones?: boolean
}

/** The advice in words, with its sign: readable without colour. */
export function AdviceBadge({ advice, size = 'small', isShortOnPhones = false }: AdviceBadgeProps) {
  const { t } = useMessages()
  const dimensions = size === 'large' ? 'px-2.5 py-1 text-sm' : 'px-2 py-0.5 text-xs'
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-md font-[580] whitespace-nowrap ${dimensions} ${tones[advice]}`}
    >
      <Icon name={adviceIcons[advice]} className={size === 'large' ? 'size-3' : 'size-2.5'} />
      {isShortOnPhones && <span className="sm:hidden">{t(adviceShortMessages[advice])}</span>}
      <span className={isShortOnPhones ? 'max-sm:hidden' : undefined}>{t(adviceMessages[advice])}</span>
    </span>
  )
}
