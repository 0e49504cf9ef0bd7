import type { Trouble } from './conversation-state.ts'

/** Sends a form of the conversation to the server. */
export function postConversation(
  clientId: number,
  fields: Record<string, string>,
  options: { accept: string; signal?: AbortSignal },
): Promise<Response> {
  const { accept, signal } = options
  return fetch(`/clients/${clientId}/conversation`, {
    method: 'POST',
    headers: { Accept: accept },
    body: new URLSearchParams(fields),
    ...(signal && { signal }),
  })
}

/** Why the server did not take a question. */
export function readRefusal({ status }: Response): Trouble {
  // The session has ended: the page itself leads to the door.
  if (status === 401) window.location.reload()
  if (status === 403) return 'notAllowed'
  return status === 413 ? 'tooLong' : 'unavailable'
}
