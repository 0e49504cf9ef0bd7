const sounds: [RegExp, string][] = [
  [/qu/g, 'k'],
  [/q|c(?![eiyh])/g, 'k'],
  [/ph/g, 'f'],
  [/eau|au/g, 'o'],
  [/ai|ei|ay|ey/g, 'e'],
  [/y/g, 'i'],
  [/[mn](?=[bpfvtdsckg])/g, 'n'],
  [/(?<!c|s|^)h/g, ''],
  [/(.)\1+/g, '$1'],
  [/(?<=..)(?:es|e|s|x|t|d)$/, ''],
]

/** A rough key of how a word sounds: spellings that French and English writers mix up come out alike. */
export function soundOut(word: string): string {
  return sounds.reduce((key, [pattern, sound]) => key.replace(pattern, sound), word)
}
