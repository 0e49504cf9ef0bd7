import type { Command } from './command.ts'

/**
 * The commands of which every word of a query begins some word, whatever its accents and its case. Those whose label
 * begins with the query come first; otherwise the order is kept. An empty query matches all.
 */
export function matchCommands<Found extends Pick<Command, 'label' | 'synonyms'>>(
  commands: readonly Found[],
  query: string,
): Found[] {
  const wanted = listWords(query)
  const found = commands.filter(({ label, synonyms = '' }) => {
    const words = listWords(`${label} ${synonyms}`)
    return wanted.every((start) => words.some((word) => word.startsWith(start)))
  })
  const beginning = wanted.join(' ')
  const isBeginning = ({ label }: Found) => listWords(label).join(' ').startsWith(beginning)
  return [...found.filter(isBeginning), ...found.filter((command) => !isBeginning(command))]
}

function listWords(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}
