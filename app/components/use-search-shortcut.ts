import { type RefObject, useEffect } from 'react'

const typingTags = new Set(['INPUT', 'TEXTAREA', 'SELECT'])

/** Ctrl+K (⌘K) anywhere, or `/` outside a field, puts the cursor in the search. */
export function useSearchShortcut(input: RefObject<HTMLInputElement>) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k'
      const target = event.target instanceof HTMLElement ? event.target : null
      const isTyping = target !== null && (typingTags.has(target.tagName) || target.isContentEditable)
      if (!isCommand && (event.key !== '/' || isTyping)) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [input])
}
