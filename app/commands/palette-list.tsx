import { useEffect } from 'react'
import { AdviceBadge } from '../components/advice-badge.tsx'
import { ClientNumber } from '../components/client-number.tsx'
import { RiskClassLetter } from '../components/risk-class-letter.tsx'
import { useMessages } from '../components/use-messages.ts'
import type { MessageKey } from '../messages/fr.ts'
import { KeyCaps } from './key-caps.tsx'
import type { PaletteEntry } from './palette-entry.ts'

const groupMessages: Record<PaletteEntry['group'], MessageKey> = {
  found: 'search.results',
  client: 'palette.group.client',
  go: 'palette.group.go',
  preferences: 'palette.group.preferences',
}

interface PaletteListProps {
  listId: string
  entries: PaletteEntry[]
  active: number
  onChoose(index: number): void
  onHover(index: number): void
}

/** The palette's options under the names of their groups. The focus stays in the field above. */
export function PaletteList({ listId, entries, active, onChoose, onHover }: PaletteListProps) {
  const { t } = useMessages()
  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, active])
  const groups = [...new Set(entries.map(({ group }) => group))]
  return (
    <div
      id={listId}
      role="listbox"
      aria-label={t('palette.list')}
      className="min-h-0 flex-1 overflow-y-auto p-1.5 empty:hidden"
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a list's options are grouped by role alone
        <div key={group} role="group" aria-label={t(groupMessages[group])}>
          <p aria-hidden="true" className="eyebrow px-2.5 pt-2 pb-1 text-ink-3">
            {t(groupMessages[group])}
          </p>
          {entries.map((entry, index) =>
            entry.group === group ? (
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox (aria-activedescendant)
              // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox handles the keys
              <div
                key={entry.id}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => onHover(index)}
                onClick={() => onChoose(index)}
                className="flex min-h-9 cursor-pointer items-center gap-3 rounded-control px-2.5 py-1.5 aria-selected:bg-sunken"
              >
                <EntryContent entry={entry} />
              </div>
            ) : null,
          )}
        </div>
      ))}
    </div>
  )
}

function EntryContent({ entry }: { entry: PaletteEntry }) {
  if (entry.group !== 'found') {
    return (
      <>
        <span className="min-w-0 flex-1">{entry.label}</span>
        {entry.keys && <KeyCaps keys={entry.keys} />}
      </>
    )
  }
  const { client } = entry
  return (
    <>
      <span className="font-[600]">
        <ClientNumber clientId={client.clientId} />
      </span>
      <span className="min-w-0 flex-1 truncate text-xs text-ink-2">{client.description}</span>
      <AdviceBadge advice={client.advice} isShortOnPhones />
      <RiskClassLetter riskClass={client.riskClass} />
    </>
  )
}
