import { useLocation, useNavigate } from '@remix-run/react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import type { SearchSuggestions } from '../search-suggestions.ts'
import { useSuggestions } from './use-suggestions.ts'

export interface ClientSearchState {
  text: string
  /** Whether the list below the field is open; it may still wait for its answer. */
  isListShown: boolean
  /** The answer to the current text; null while it is on its way. */
  suggestions: SearchSuggestions | null
  hasFailed: boolean
  /** Index of the option that Enter opens, −1 for none. */
  active: number
  type(text: string): void
  choose(index: number): void
  hover(index: number): void
  showList(): void
  hideList(): void
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void
}

/** The type-ahead's state: each text asks the server, arrows move, Enter opens, Escape closes and then clears. */
export function useClientSearch(): ClientSearchState {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the list
  useEffect(() => {
    setOpen(false)
    setText('')
  }, [pathname, search])

  const query = text.trim()
  const { suggestions, hasFailed } = useSuggestions(query)
  const clients = suggestions?.clients ?? []
  const isListShown = isOpen && query !== ''

  function choose(index: number) {
    const client = clients[index]
    if (!client) return
    setOpen(false)
    setText('')
    navigate(`/clients/${client.clientId}`)
  }
  function move(step: 1 | -1) {
    if (clients.length === 0) return
    setOpen(true)
    setActive((index) => {
      if (index < 0) return step === 1 ? 0 : clients.length - 1
      return (index + step + clients.length) % clients.length
    })
  }
  return {
    text,
    isListShown,
    suggestions,
    hasFailed,
    active,
    type(next) {
      setText(next)
      setActive(-1)
      setOpen(next.trim() !== '')
    },
    choose,
    hover: setActive,
    showList: () => setOpen(query !== ''),
    hideList: () => setOpen(false),
    onKeyDown(event) {
      const { key } = event
      if (key === 'ArrowDown' || key === 'ArrowUp') move(key === 'ArrowDown' ? 1 : -1)
      else if (key === 'Enter' && isListShown && active >= 0) choose(active)
      else if (key === 'Escape' && isListShown) setOpen(false)
      else if (key === 'Escape') setText('')
      else return
      event.preventDefault()
    },
  }
}
