import { Form } from '@remix-run/react'
import { useId, useRef } from 'react'
import { Icon } from './icon.tsx'
import { SearchOptions } from './search-options.tsx'
import { useClientSearch } from './use-client-search.ts'
import { useMessages } from './use-messages.ts'
import { useSearchShortcut } from './use-search-shortcut.ts'

/**
 * Finds a client by the first digits of the number. An editable combobox with a list (WAI-ARIA); without scripts
 * a plain form that leads to the client or to the list of those that match.
 */
export function ClientSearch() {
  const { t, format } = useMessages()
  const search = useClientSearch()
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  useSearchShortcut(input)

  const { suggestions, isListShown, active } = search
  const shownCount = suggestions?.clients.length ?? 0
  return (
    <Form method="get" action="/clients/find" role="search" className="relative w-full lg:w-80 xl:w-96">
      <Icon
        name="search"
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-3"
      />
      <input
        ref={input}
        name="q"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        enterKeyHint="search"
        maxLength={40}
        role="combobox"
        aria-label={t('search.label')}
        aria-autocomplete="list"
        aria-expanded={isListShown && shownCount > 0}
        aria-controls={listId}
        {...(isListShown && active >= 0 && { 'aria-activedescendant': `${listId}-${active}` })}
        aria-keyshortcuts="Control+K /"
        placeholder={t('search.placeholder')}
        value={search.text}
        onChange={(event) => search.type(event.target.value)}
        onFocus={search.showList}
        onBlur={search.hideList}
        onKeyDown={search.onKeyDown}
        className="field bg-paper pr-16 pl-9"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2 hidden -translate-y-1/2 rounded border border-line bg-surface px-1.5 text-2xs text-ink-3 lg:block"
      >
        {t('search.keys')}
      </span>
      <button type="submit" className="sr-only">
        {t('search.submit')}
      </button>
      <SearchOptions
        listId={listId}
        isShown={isListShown}
        suggestions={suggestions}
        hasFailed={search.hasFailed}
        active={active}
        onChoose={search.choose}
        onHover={search.hover}
      />
      <p role="status" className="sr-only">
        {isListShown && suggestions && !suggestions.problem
          ? t('search.count', {
              count: suggestions.matchCount,
              total: format.integer(suggestions.matchCount),
              shown: format.integer(shownCount),
            })
          : ''}
      </p>
    </Form>
  )
}
