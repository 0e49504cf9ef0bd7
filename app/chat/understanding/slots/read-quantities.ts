import type { Mention } from '../lexicon/find-mentions.ts'
import type { NumberToken, Token } from '../text/token.ts'
import type { Cue } from '../words/cue-words.ts'
import type { Quantity } from './clause.ts'

interface Surroundings {
  tokens: readonly Token[]
  mentions: readonly Mention[]
}

/** Words that may stand between a number and what is said of it. */
const joints: ReadonlySet<string> = new Set([
  'le',
  'la',
  'les',
  'de',
  'a',
  'the',
  'of',
  '-',
  'an',
  'to',
  'un',
  'une',
  'environ',
  'about',
  'que',
  'by',
])
const betweenJoints: ReadonlySet<string> = new Set(['et', 'and', 'a', 'to', '-', 'jusque'])

/**
 * Reads the numbers of a clause with their comparators and units.
 *
 * @param taken Tokens that are part of something else: a name ("score externe 2"), a client's number.
 */
export function readQuantities(around: Surroundings, taken: ReadonlySet<number>): Quantity[] {
  const quantities: Quantity[] = []
  let index = 0
  while (index < around.tokens.length) {
    const token = around.tokens[index] as Token
    if (token.kind !== 'number' || taken.has(index)) {
      index += 1
      continue
    }
    const quantity = readBetween(around, index, taken) ?? readOne(around, index)
    quantities.push(quantity)
    index = Math.max(quantity.to, index + 1)
  }
  return quantities
}

const countedNouns: ReadonlySet<string> = new Set(
  'personnes personne people persons enfants enfant children child kids members membres'.split(' '),
)

function readBetween(around: Surroundings, index: number, taken: ReadonlySet<number>): Quantity | null {
  const { tokens } = around
  const first = tokens[index] as NumberToken
  const firstUnit = readUnit(around, index + 1)
  let second = firstUnit.to
  let joint: string | null = null
  while (second - firstUnit.to < 3 && tokens[second]?.kind !== 'number') {
    const { text } = tokens[second] ?? { text: '' }
    if (joint === null && betweenJoints.has(text)) joint = text
    else if (!joints.has(text)) return null
    second += 1
  }
  const last = tokens[second]
  if (last?.kind !== 'number' || joint === null || taken.has(second)) return null
  const before = cueEndingAt(around, index, ['between'])
  const isPlainPair = joint !== 'et' && joint !== 'and'
  if (!before && !isPlainPair) return null
  const unit = readUnit(around, second + 1)
  // "300-400k": what is said of the second number holds for the first.
  const scale =
    last.isAmount && !first.isAmount && first.value < 1000 && last.value >= 1000 && last.text.includes('k')
      ? 1000
      : 1
  const value = first.value * scale
  if (value > last.value) return null
  return {
    from: before?.from ?? index,
    to: unit.to,
    relation: 'between',
    value,
    upTo: last.value,
    shift: null,
    isShare: last.isShare,
    unit: unit.unit ?? firstUnit.unit ?? (last.isAmount ? 'money' : null),
    isPerMonth: unit.isPerMonth,
    isPerYear: unit.isPerYear,
    isDecade: last.isDecade,
  }
}

function readOne(around: Surroundings, index: number): Quantity {
  const token = around.tokens[index] as NumberToken
  const { unit, to, isPerMonth, isPerYear } = readUnit(around, index + 1)
  const comparison = readComparison(around, { index, unitEnd: to })
  const perYearAfter =
    comparison.to !== undefined && cueStartingAt(around, comparison.to, ['perYear']) !== undefined
  return {
    from: comparison.from ?? index,
    to: Math.max(to, comparison.to ?? 0),
    relation: comparison.relation,
    value: token.value,
    upTo: token.value,
    shift: comparison.shift,
    isShare: token.isShare,
    unit: unit ?? (token.isAmount ? 'money' : null),
    isPerMonth,
    isPerYear: isPerYear || perYearAfter,
    isDecade: token.isDecade,
  }
}

interface Comparison extends Pick<Quantity, 'relation' | 'shift'> {
  from?: number | undefined
  to?: number | undefined
}

/** What stands before or after a number: "plus de 30", "30 et plus", "30 de moins". */
function readComparison(
  around: Surroundings,
  { index, unitEnd }: { index: number; unitEnd: number },
): Comparison {
  const lessThan = cueEndingAt(around, index, ['lessThan'])
  const moreThan = cueEndingAt(around, index, ['moreThan'])
  const less = cueStartingAt(around, unitEnd, ['less'])
  const more = cueStartingAt(around, unitEnd, ['more'])
  // "5 personnes et plus": what is counted stands between.
  const counted = countedNouns.has(around.tokens[unitEnd]?.text ?? '') ? unitEnd + 1 : unitEnd
  const orLess = less ? undefined : cueStartingAt(around, counted, ['orLess'])
  const orMore = more ? undefined : cueStartingAt(around, counted, ['orMore'])
  const end = counted === unitEnd ? (orLess ?? orMore)?.to : undefined
  if (lessThan || orLess) return { relation: 'atMost', shift: null, from: lessThan?.from, to: end }
  if (moreThan || orMore) return { relation: 'atLeast', shift: null, from: moreThan?.from, to: end }
  return { relation: 'exactly', shift: less ? 'less' : more ? 'more' : null, to: (less ?? more)?.to }
}

function readUnit(
  around: Surroundings,
  at: number,
): Pick<Quantity, 'unit' | 'to' | 'isPerMonth' | 'isPerYear'> {
  const found = (
    [
      ['years', 'years'],
      ['months', 'months'],
      ['instalmentCount', 'instalments'],
      ['money', 'money'],
      ['times', 'times'],
    ] as const
  ).flatMap(([cue, unit]) => {
    const mention = cueStartingAt(around, at, [cue])
    return mention ? [{ unit, to: mention.to }] : []
  })[0]
  const to = found?.to ?? at
  const perMonth = cueStartingAt(around, to, ['perMonth'])
  const perYear = cueStartingAt(around, to, ['perYear'])
  return {
    unit: found?.unit ?? null,
    to: (perMonth ?? perYear)?.to ?? to,
    isPerMonth: perMonth !== undefined,
    isPerYear: perYear !== undefined,
  }
}

function cueStartingAt(
  { tokens, mentions }: Surroundings,
  at: number,
  cues: readonly Cue[],
): Mention | undefined {
  const starts = tokens[at]?.text === '-' ? [at, at + 1] : [at]
  return mentions.findLast(
    ({ concept, from }) => concept.kind === 'cue' && cues.includes(concept.cue) && starts.includes(from),
  )
}

/** The longest cue that ends at a token, or before the small words that lead to it. */
function cueEndingAt(
  { tokens, mentions }: Surroundings,
  at: number,
  cues: readonly Cue[],
): Mention | undefined {
  const isNear = (to: number) => to <= at && tokens.slice(to, at).every(({ text }) => joints.has(text))
  return mentions.find(
    ({ concept, to }) => concept.kind === 'cue' && cues.includes(concept.cue) && isNear(to),
  )
}
