const typingTags = new Set(['INPUT', 'TEXTAREA', 'SELECT'])

/** Whether a key belongs to what has the focus: a field, or a window above the page. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return typingTags.has(target.tagName) || target.isContentEditable || target.closest('dialog[open]') !== null
}
