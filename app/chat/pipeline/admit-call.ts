import type { Language } from '#core/contracts/language.ts'

export interface AdmittedClients {
  /** The client whose page is open. */
  open: number
  /** Whose numbers the person wrote in this conversation. */
  written: ReadonlySet<number>
}

const separator = "[ \\u00a0\\u202f\\u2009.,’'-]{0,2}"
const named = new RegExp(
  `(?:clients?|clientes?|dossiers?|num[ée]ros?|n°|n[ºo]\\.?|#|files?|numbers?|customers?)[\\s:n°º#.]{0,6}(\\d{1,3}(?:${separator}\\d{3})+|\\d{4,10})(?!\\d)`,
  'giu',
)
/** Six digits in one piece that no unit makes an amount. */
const bare = /(?<![\d.,])(\d{6})(?![\d.,]*\d)(?!\s?(?:€|euros?|eur\b|k\b|\$|%|par an|a year))/giu

/** The numbers in what a person wrote that are, or may be, a client's: after such a word, or bare; no amounts. */
export function findWrittenClients(questions: readonly string[]): Set<number> {
  const texts = questions.map((question) => question.normalize('NFKC'))
  const found = texts.flatMap((text) => [...text.matchAll(named), ...text.matchAll(bare)])
  return new Set(found.map(([, digits]) => Number(digits?.replace(/\D/g, ''))))
}

/**
 * Why a call may not be made: null when it may. A model reaches the open client, and those whose numbers the person
 * wrote: not those that it names by itself, or that it read of in a record.
 */
export function refuseCall(
  input: Record<string, unknown>,
  { open, written }: AdmittedClients,
  language: Language,
): string | null {
  const asked = readClient(input)
  if (asked === null || asked === open || written.has(asked)) return null
  return language === 'fr'
    ? `Cette conversation porte sur le client ${open}, et personne n’y a demandé le client ${asked}. Ouvrez sa page pour l’interroger.`
    : `This conversation is about client ${open}, and nobody asked for client ${asked} in it. Open that client’s page to ask about them.`
}

function readClient({ clientId, uri }: Record<string, unknown>): number | null {
  if (clientId !== undefined) return Number(clientId)
  const inUri = typeof uri === 'string' ? /^client:\/\/([^/]*)/.exec(uri)?.[1] : undefined
  return inUri === undefined ? null : Number(inUri)
}
