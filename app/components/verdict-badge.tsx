import { Icon } from './icon.tsx'

interface VerdictBadgeProps {
  isGood: boolean
  text: string
}

/** A verdict in words, with a tick or a cross: readable without colour. */
export function VerdictBadge({ isGood, text }: VerdictBadgeProps) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-md px-2 py-0.5 text-xs font-[580] whitespace-nowrap ${isGood ? 'bg-good-soft text-good' : 'bg-bad-soft text-bad'}`}
    >
      <Icon name={isGood ? 'check' : 'cross'} className="size-3" />
      {text}
    </span>
  )
}
