import { Icon } from './icon.tsx'
import { useMessages } from './use-messages.ts'

interface ChosenBadgeProps {
  /** Whether a method was chosen: French has a gender for it. */
  isMethod?: boolean
}

/** Marks the one that was chosen among several. */
export function ChosenBadge({ isMethod = false }: ChosenBadgeProps) {
  const { t } = useMessages()
  return (
    <span className="ml-2 inline-flex items-center gap-1 rounded-md bg-accent px-1.5 py-0.5 text-2xs font-[580] whitespace-nowrap text-accent-ink">
      <Icon name="check" className="size-3" />
      {t(isMethod ? 'model.chosen.method' : 'model.chosen')}
    </span>
  )
}
