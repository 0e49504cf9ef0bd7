/** A client's number as an address holds it; null for what can be none. */
export function parseClientId(text: string | undefined): number | null {
  const clientId = /^\d{1,15}$/.test(text ?? '') ? Number(text) : 0
  return clientId === 0 ? null : clientId
}
