/** Stands in for a client's number wherever text leaves the machine. */
export interface Pseudonyms {
  /** Replaces every client's number in a value of JSON. */
  conceal<Json>(json: Json): Json
  /** Conceals what may be clients whom nobody named, too: numbers of a refusal, such as those nearest to an unknown one. */
  concealAll(text: string): string
  /** Puts the numbers back. */
  reveal<Json>(json: Json): Json
}

/** Far above any client's number, so that neither is taken for the other. */
const firstPseudonym = 900_000_001
const idKeys = /^(?:client|nearestClient)Ids?$/
const space = "[ \\u00a0\\u202f\\u2009.,’']?"

/** Nothing leaves the machine: every value passes as it is. */
export const noPseudonyms: Pseudonyms = {
  conceal: (json) => json,
  concealAll: (text) => text,
  reveal: (json) => json,
}

/**
 * Pseudonyms for the length of one turn. A number is known as a client's where it stands under a name such as
 * `clientId`, or where it was given here; from then on it is replaced in every text, too, however its digits are grouped.
 *
 * @param clientIds Those known from the start.
 */
export function createPseudonyms(clientIds: readonly number[]): Pseudonyms {
  const pseudonymOf = new Map<number, number>()
  const clientOf = new Map<number, number>()
  const learn = (clientId: number): number => {
    const known = pseudonymOf.get(clientId)
    if (known !== undefined) return known
    const pseudonym = firstPseudonym + pseudonymOf.size
    pseudonymOf.set(clientId, pseudonym)
    clientOf.set(pseudonym, clientId)
    return pseudonym
  }
  clientIds.forEach(learn)
  const conceal = <Json>(json: Json): Json => {
    walk(json, (clientId) => learn(clientId))
    return walk(json, learn, (text) => replaceNumbers(text, pseudonymOf))
  }
  return {
    conceal,
    concealAll: (text) =>
      conceal(text).replace(/(?<!\d)\d{6,8}(?!\d)/g, (digits) => String(learn(Number(digits)))),
    reveal: (json) =>
      walk(
        json,
        (pseudonym) => clientOf.get(pseudonym) ?? pseudonym,
        (text) => replaceNumbers(text, clientOf),
      ),
  }
}

function walk<Json>(
  json: Json,
  onId: (id: number) => number,
  onText: (text: string) => string = (text) => text,
  isId = false,
): Json {
  const visit = (node: unknown, key: string): unknown => walk(node, onId, onText, idKeys.test(key))
  if (typeof json === 'number') return (isId ? onId(json) : json) as Json
  if (typeof json === 'string') return onText(json) as Json
  if (Array.isArray(json)) return json.map((item) => walk(item, onId, onText, isId)) as Json
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(Object.entries(json).map(([key, child]) => [key, visit(child, key)])) as Json
}

function replaceNumbers(text: string, replacements: ReadonlyMap<number, number>): string {
  let replaced = text
  for (const [from, to] of replacements) {
    const grouped = String(from).replace(/\B(?=(?:\d{3})+$)/g, space)
    replaced = replaced.replace(new RegExp(`(?<![\\d.,])${grouped}(?!\\d)`, 'g'), String(to))
  }
  return replaced
}
