import type { ViewDriftAnswer } from '#core/contracts/view-drift.ts'
import { StateLink } from '../../components/state-link.tsx'
import { useMessages } from '../../components/use-messages.ts'
import { useWindowName } from '../../components/use-window-name.ts'

interface WindowSwitchProps {
  windows: ViewDriftAnswer['windows']
  current: string
}

/** Which window is held against the reference, when the store has several. */
export function WindowSwitch({ windows, current }: WindowSwitchProps) {
  const { t, format } = useMessages()
  const nameWindow = useWindowName()
  if (windows.length < 2) return null
  return (
    <nav
      aria-label={t('drift.windows')}
      className="inline-flex flex-wrap rounded-control border border-edge bg-surface p-0.5 print:hidden"
    >
      {windows.map(({ name, clients }, index) => (
        <StateLink
          key={name}
          changes={{ window: index === windows.length - 1 ? null : name }}
          anchor="verdict"
          isCurrent={name === current}
          className="inline-flex min-h-7 items-center gap-1.5 rounded-md px-2.5 text-xs font-[560] text-ink-2 no-underline hover:text-ink aria-[current]:bg-ink aria-[current]:text-paper"
        >
          {nameWindow(name)}
          <span className="font-normal">{format.integer(clients)}</span>
        </StateLink>
      ))}
    </nav>
  )
}
