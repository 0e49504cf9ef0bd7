import { Form } from '@remix-run/react'
import { type ReactNode, type RefObject, useId } from 'react'
import { Icon } from './icon.tsx'
import { SearchOptions } from './search-options.tsx'
import { useClientSearch } from './use-client-search.ts'
import { useMessages } from './use-messages.ts'

interface ClientSearchProps {
  input: RefObject<HTMLInputElement>
  /** Stands at the field's end. */
  children: ReactNode
}

/**
 * Finds a client by the first digits of the number. An editable combobox with a list (WAI-ARIA); without scripts
 * a plain form that leads to the client or to the list of those that match.
 */
export function ClientSearch({ input, children }: ClientSearchProps) {
  const { t, format } = useMessages()
  const search = useClientSearch()
  const listId = useId()

  const { suggestions, isListShown, active } = search
  const shownCount = suggestions?.clients.length ?? 0
  return (
    <div className="relative w-full lg:w-80 xl:w-96">
      <Form method="get" action="/clients/find" role="search">
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
          aria-keyshortcuts="/"
          placeholder={t('search.placeholder')}
          value={search.text}
          onChange={(event) => search.type(event.target.value)}
          onFocus={search.showList}
          onBlur={search.hideList}
          onKeyDown={search.onKeyDown}
          className="field bg-paper pr-16 pl-9"
        />
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
      {children}
    </div>
  )
}
