import type { MouseEvent, ReactNode } from 'react'
import { useMessages } from '../../components/use-messages.ts'
import type { MessageKey } from '../../messages/fr.ts'
import type { PanelId, PanelPlace } from './panel-place.ts'
import { useTurnContext } from './turn-context.ts'

export const panelTitles: Record<PanelId, MessageKey> = {
  decision: 'decision.title',
  themes: 'themes.title',
  reasons: 'reasons.title',
  suggestions: 'suggestions.title',
  'what-if': 'whatIf.title',
  comparison: 'compare.title',
  profile: 'profile.title',
}

interface PlaceLinkProps {
  place: PanelPlace
  className?: string
  children?: ReactNode
}

/** Leads to the panel that shows what was answered, in the state in which it was. */
export function PlaceLink({ place, className = 'link', children }: PlaceLinkProps) {
  const { t } = useMessages()
  const { show, toHref } = useTurnContext()
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    show(place)
  }
  return (
    <a href={toHref(place)} onClick={open} className={className}>
      {children ??
        (place.kind === 'panel'
          ? t('chat.show.panel', { panel: t(panelTitles[place.panel]) })
          : t('chat.show.page'))}
    </a>
  )
}
