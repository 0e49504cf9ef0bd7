import { useNavigate } from '@remix-run/react'
import { type KeyboardEvent, useState } from 'react'
import { type SuggestionsState, useSuggestions } from '../components/use-suggestions.ts'
import { parseClientDigits } from '../search-suggestions.ts'
import { type Command, commandGroups } from './command.ts'
import { matchCommands } from './match-commands.ts'
import type { PaletteEntry } from './palette-entry.ts'

export interface PaletteState extends SuggestionsState {
  text: string
  entries: PaletteEntry[]
  /** Index of the entry that Enter chooses. */
  active: number
  /** Whether clients are on their way. */
  isWaiting: boolean
  type(text: string): void
  choose(index: number): void
  hover(index: number): void
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void
}

/** The palette's state: what is typed, what it finds, and what the keys do with it. */
export function usePalette(commands: Command[], close: () => void): PaletteState {
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const digits = parseClientDigits(text)
  const { suggestions, hasFailed } = useSuggestions(digits ?? '')
  const entries = composeEntries(commands, text, suggestions?.clients ?? [])
  const active = Math.min(chosen, Math.max(0, entries.length - 1))

  function choose(index: number) {
    const entry = entries[index]
    if (!entry) return
    // The focus goes back first: what the command does may move it on.
    close()
    if (entry.group === 'found') navigate(`/clients/${entry.client.clientId}`)
    else entry.run()
  }
  function move(index: number) {
    const count = entries.length
    if (count > 0) setChosen((index + count) % count)
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const moves: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1 }
    const target = moves[event.key]
    if (target !== undefined) {
      event.preventDefault()
      move(target)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      choose(active)
    }
  }
  return {
    text,
    entries,
    active,
    suggestions,
    hasFailed,
    isWaiting: digits !== null && !suggestions && !hasFailed,
    type(next) {
      setText(next)
      setChosen(0)
    },
    choose,
    hover: setChosen,
    onKeyDown,
  }
}

function composeEntries(
  commands: Command[],
  text: string,
  clients: Extract<PaletteEntry, { group: 'found' }>['client'][],
): PaletteEntry[] {
  const found = clients.map((client) => ({
    id: `client-${client.clientId}`,
    group: 'found' as const,
    client,
  }))
  const matching = matchCommands(commands, text)
  return [...found, ...commandGroups.flatMap((name) => matching.filter(({ group }) => group === name))]
}
