const cookieName = 'conversation'
const yearSeconds = 365 * 24 * 3600

/** Keeps whether the pane is open, in a cookie: the server then draws the page so from its first byte. */
export function keepPaneState(isOpen: boolean): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `${cookieName}=${isOpen ? 'open' : 'closed'}; path=/; max-age=${yearSeconds}; samesite=lax`
}

/** Whether the pane is to be open: unless it was closed. */
export function readPaneState(request: Request): boolean {
  const cookies = (request.headers.get('Cookie') ?? '').split(/;\s*/)
  return !cookies.includes(`${cookieName}=closed`)
}
