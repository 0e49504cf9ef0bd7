import type { Token } from '../text/token.ts'

const sentenceEnds: ReadonlySet<string> = new Set(['?', '!', '.', ';', '…'])
const joints: ReadonlySet<string> = new Set([
  'et',
  'and',
  'puis',
  'then',
  ',',
  ':',
  '&',
  'ainsi',
  'mais',
  'but',
  '+',
  'ensuite',
])

/** Words that are written with a full stop: "vs.", "M. Dupont". */
const abbreviated: ReadonlySet<string> = new Set([
  'versus',
  'm',
  'mr',
  'mrs',
  'ms',
  'mme',
  'dr',
  'no',
  'nr',
  'n',
  'num',
  'env',
])

/** The sentences of a question. */
export function splitSentences(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [[]]
  for (const token of tokens) {
    const isAbbreviated = token.text === '.' && abbreviated.has(sentences.at(-1)?.at(-1)?.text ?? '')
    if (isAbbreviated) continue
    if (token.kind === 'mark' && sentenceEnds.has(token.text)) sentences.push([])
    else sentences.at(-1)?.push(token)
  }
  return sentences.filter(({ length }) => length > 0)
}

export interface Split {
  left: Token[]
  right: Token[]
  /** The word or mark between them. */
  joint: string
}

/** Every way to cut a sentence in two at "et", "puis" or a comma. */
export function listSplits(tokens: readonly Token[]): Split[] {
  return tokens.flatMap((token, index) =>
    joints.has(token.text) && index > 0 && index < tokens.length - 1
      ? [{ left: tokens.slice(0, index), right: tokens.slice(index + 1), joint: token.text }]
      : [],
  )
}
