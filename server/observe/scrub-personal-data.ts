const scrubbed: readonly [RegExp, string][] = [
  [/[^\s"'<>()@]+@[^\s"'<>()@]+\.[a-z]{2,}/gi, '[e-mail]'],
  [/\bpad_[\w-]+/g, '[token]'],
  [/\bBearer\s+\S+/gi, 'Bearer [token]'],
  [/\?[^\s"')]+/g, '?[query]'],
  [/\d{5,}(\.\d+)?/g, '[number]'],
]

/**
 * Takes out of a text what may tell of a person: addresses, tokens, queries, and every number of five digits or more,
 * which client ids and amounts have. For words that others chose, such as those of an unexpected error.
 */
export function scrubPersonalData(text: string): string {
  return scrubbed.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text)
}
