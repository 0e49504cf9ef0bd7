import type { Receipt, TurnEvent } from '../conversation.ts'

export type WordEvent = Extract<TurnEvent, { type: 'text' | 'figure' }>

export type Inline =
  | { kind: 'text'; text: string; isStrong: boolean }
  | { kind: 'figure'; text: string; receipt: Receipt | null; isStrong: boolean }

export type Block = { kind: 'paragraph'; inlines: Inline[] } | { kind: 'list'; items: Inline[][] }

const strong = '**'

/**
 * Reads the small markup of an answer: paragraphs parted by blank lines, `- ` lists, `**strong**`. Anything else is plain
 * text, HTML included. Figures are kept whole wherever they stand.
 */
export function composeAnswer(words: readonly WordEvent[]): Block[] {
  const blocks: Block[] = []
  let isNewParagraph = true
  for (const line of splitLines(words)) {
    if (isBlank(line)) {
      isNewParagraph = true
      continue
    }
    const item = readItem(line)
    const last = blocks.at(-1)
    if (item) {
      if (last?.kind === 'list') last.items.push(item)
      else blocks.push({ kind: 'list', items: [item] })
    } else if (last?.kind === 'paragraph' && !isNewParagraph) {
      last.inlines.push({ kind: 'text', text: ' ', isStrong: false }, ...markStrong(line))
    } else {
      blocks.push({ kind: 'paragraph', inlines: markStrong(line) })
    }
    isNewParagraph = item !== null
  }
  return blocks
}

function splitLines(words: readonly WordEvent[]): WordEvent[][] {
  const lines: WordEvent[][] = [[]]
  for (const word of words) {
    if (word.type === 'figure') {
      lines.at(-1)?.push(word)
      continue
    }
    word.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      const line = lines.at(-1) as WordEvent[]
      const before = line.at(-1)
      // Pieces of text join, so that a mark that was cut in two is one again.
      if (before?.type === 'text') line[line.length - 1] = { type: 'text', text: before.text + text }
      else if (text) line.push({ type: 'text', text })
    })
  }
  return lines
}

function isBlank(line: readonly WordEvent[]): boolean {
  return line.every((word) => word.type === 'text' && word.text.trim() === '')
}

function readItem(line: readonly WordEvent[]): Inline[] | null {
  const [first, ...rest] = line
  const marker = first?.type === 'text' ? /^\s*[-*•] /.exec(first.text) : null
  if (first?.type !== 'text' || !marker) return null
  return markStrong([{ type: 'text', text: first.text.slice(marker[0].length) }, ...rest])
}

/** A mark without its other half on the same line is text. */
function markStrong(line: readonly WordEvent[]): Inline[] {
  const marks = line.reduce(
    (count, word) => count + (word.type === 'text' ? word.text.split(strong).length - 1 : 0),
    0,
  )
  const paired = marks - (marks % 2)
  const inlines: Inline[] = []
  let seen = 0
  for (const word of line) {
    if (word.type === 'figure') {
      inlines.push({ kind: 'figure', text: word.text, receipt: word.receipt, isStrong: seen % 2 === 1 })
      continue
    }
    const pieces = word.text.split(strong)
    pieces.forEach((piece, index) => {
      if (index > 0) seen++
      const isUnpaired = index > 0 && seen > paired
      const text = isUnpaired ? strong + piece : piece
      if (text)
        inlines.push({ kind: 'text', text, isStrong: !isUnpaired && seen % 2 === 1 && seen <= paired })
    })
  }
  return inlines
}
