const asWritten: [RegExp, string][] = [
  [/œ/g, 'oe'],
  [/æ/g, 'ae'],
  [/ß/g, 'ss'],
  [/[\u2018\u2019\u02bc\u0060\u00b4\u2032]/g, "'"],
  [/[\u00ab\u00bb\u201c\u201d\u201e\u2033]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/\u2044/g, '/'],
  [/\u2264/g, '<'],
  [/\u2265/g, '>'],
  [/[\p{White_Space}\p{Cf}\p{Cc}]+/gu, ' '],
]

/**
 * The text in lower case without accents, with one kind of apostrophe, quote, dash and space.
 * Normalising twice changes nothing.
 */
export function normaliseText(text: string): string {
  let normal = withoutAccents(text)
  for (const [pattern, replacement] of asWritten) normal = normal.replace(pattern, replacement)
  return normal.trim()
}

function withoutAccents(text: string): string {
  // Folding case can bring forth a mark, and decomposing a capital: each is done again after the other.
  const folded = text.normalize('NFKD').toLowerCase().normalize('NFKD').toLowerCase()
  return folded.replace(/\p{M}/gu, '')
}
