import type { Mention } from '../lexicon/find-mentions.ts'
import type { NumberToken, Token } from '../text/token.ts'
import type { Cue } from '../words/cue-words.ts'
import type { Field } from '../words/field-words.ts'

export interface NamedClients {
  clientIds: number[]
  /** Where the numbers stand. */
  at: Set<number>
}

interface Surroundings {
  tokens: readonly Token[]
  mentions: readonly Mention[]
  /** Whether amounts are spoken of, or a change of them is supposed. */
  mayBeAmounts: boolean
}

const leading: ReadonlySet<string> = new Set([
  'n',
  'no',
  '°',
  '#',
  'numero',
  'number',
  'id',
  'le',
  'la',
  'les',
  'the',
  ':',
  'o',
  'num',
  'nr',
  '(',
])
const conjunctions: ReadonlySet<string> = new Set(['et', 'and', ',', 'ou', 'or'])
const prepositions: ReadonlySet<string> = new Set(['a', 'to', 'avec', 'with'])
const usualDigits = 6
const roundTo = 1000
/** After a what-if, "et 275500 ?" is an amount. */
const roundToInWhatIf = 100

/**
 * Finds the clients that are named by their numbers: after a word like "client", or six bare digits that stand where a
 * client does and not where an amount does. A client's number taken for an amount would answer for somebody else.
 */
export function readClientIds(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  mayBeAmounts: boolean,
): NamedClients {
  const around = { tokens, mentions, mayBeAmounts }
  const at = new Set<number>()
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'number' || token.digits === null || token.digits.length < 3) continue
    const isNamed =
      followsClientWord(around, index) ||
      tokens[index - 1]?.text === '#' ||
      followsClientId(around, index, at)
    if (isNamed || (isBare(token) && standsForClient(around, index, at))) at.add(index)
  }
  return { clientIds: [...at].map((index) => (tokens[index] as NumberToken).value), at }
}

function isBare({ digits, text }: NumberToken): boolean {
  return digits?.length === usualDigits && text === digits && !digits.startsWith('0')
}

function isRound({ value }: NumberToken, step: number): boolean {
  return value % step === 0
}

function followsClientWord({ tokens, mentions, mayBeAmounts }: Surroundings, index: number): boolean {
  const token = tokens[index] as NumberToken
  let before = index
  while (before > 0 && index - before < 4 && leading.has(tokens[before - 1]?.text ?? '')) before -= 1
  const ends = (cue: Cue) =>
    mentions.some(
      ({ concept, to }) =>
        concept.kind === 'cue' && concept.cue === cue && to <= index && to >= before && to > 0,
    )
  if (!ends('clientWord')) return false
  // "Simule pour ce client 300 000".
  const isAmount = token.text !== token.digits || isRound(token, roundTo)
  return !(mayBeAmounts && isAmount && ends('thisClient'))
}

/** "Les clients 100234 et 100235", "compare 100234 à 100235". */
function followsClientId(around: Surroundings, index: number, known: ReadonlySet<number>): boolean {
  const { tokens, mayBeAmounts } = around
  const token = tokens[index] as NumberToken
  const joint = tokens[index - 1]?.text ?? ''
  if (!known.has(index - 2) || token.text !== token.digits || takesAmount(around, index)) return false
  if (conjunctions.has(joint)) return !mayBeAmounts || !isRound(token, roundTo)
  return prepositions.has(joint) && !isRound(token, roundTo)
}

function standsForClient(around: Surroundings, index: number, known: ReadonlySet<number>): boolean {
  if (takesAmount(around, index)) return false
  const { tokens, mayBeAmounts } = around
  const token = tokens[index] as NumberToken
  if (followsAskingWord(around, index) || !mayBeAmounts) return true
  const hasOther = tokens.some(
    (other, at) => at > index && other.kind === 'number' && !other.isShare && other.value >= roundTo,
  )
  if (isActing(around, index) && (hasOther || !isRound(token, roundTo))) return true
  const before = tokens[index - 1]?.text ?? ''
  if (isRound(token, roundTo)) return false
  if (ofClient.has(before)) return true
  if (isRound(token, roundToInWhatIf) || before === 'avec' || before === 'with') return false
  // "Et s'il prenait 123456 ?", "simule 123456 pour ce client": whose request it is has been said.
  return known.size === 0 && !tokens.some(({ text }) => ownClient.has(text)) && !speaksOfThisClient(around)
}

const ofClient: ReadonlySet<string> = new Set(['le', 'la', 'the', 'pour', 'for', 'chez', 'de', 'of'])
const ownClient: ReadonlySet<string> = new Set(
  'il elle he she him her lui his son sa ses ils elles they them their'.split(' '),
)

function speaksOfThisClient({ mentions }: Surroundings): boolean {
  return mentions.some(({ concept }) => concept.kind === 'cue' && concept.cue === 'thisClient')
}

/** What is asked of a client, right before the number: "compare 109211", "explain 109211". */
const asking: ReadonlySet<Cue> = new Set<Cue>([
  'compare',
  'score',
  'explain',
  'why',
  'reason',
  'suggest',
  'profile',
  'similar',
  'find',
  'decide',
])

function followsAskingWord({ tokens, mentions }: Surroundings, index: number): boolean {
  const end = clientJoints.has(tokens[index - 1]?.text ?? '') ? index - 1 : index
  return mentions.some(
    ({ concept, to }) =>
      concept.kind === 'cue' && asking.has(concept.cue) && (to === index || to === end) && to > 0,
  )
}

const clientJoints: ReadonlySet<string> = new Set(['de', 'of', 'pour', 'for', ':', '-'])

const verbs =
  /^(?:est|a|is|was|has|had|would|could|can|does|did|do|should|might|were|ete|peut|doit|pourrait|devrait|prend|veut|takes?|took|wants?|wanted|needs?|gets?|got|asks?|asked|\p{L}{2,}(?:ait|rait)|(?:emprunt|rembours|gagn|touch|demand|redui|augment|baiss|diminu|pass|borrow|repa|earn|reduc|increas|lower|rais)\p{L}+)$/u
const actions: ReadonlySet<Cue> = new Set<Cue>(['score', 'compare', 'why', 'explain', 'standing', 'decide'])

/** "109211 empruntait", "109211 score", "109211's": what a client does or has follows the number. */
function isActing({ tokens, mentions }: Surroundings, index: number): boolean {
  const next = tokens[index + 1]
  if (next?.text === "'" && tokens[index + 2]?.text === 's') return true
  if (next?.kind !== 'word') return false
  if (verbs.test(next.text)) return true
  return mentions.some(
    ({ concept, from }) => from === index + 1 && concept.kind === 'cue' && actions.has(concept.cue),
  )
}

const afterAmount: ReadonlySet<Cue> = new Set<Cue>([
  'money',
  'perMonth',
  'perYear',
  'less',
  'more',
  'orMore',
  'orLess',
])
const beforeAmount: ReadonlySet<Cue> = new Set<Cue>(['moreThan', 'lessThan', 'between', 'lowers', 'raises'])
const amountJoints: ReadonlySet<string> = new Set(
  'de a of to by at est etait is was were be = : - environ about que passe passait passerait le'.split(' '),
)
const mostJoints = 3
const definite: ReadonlySet<string> = new Set(['le', 'la', 'les', 'the', 'quel', 'son', 'sa'])

/** Whether an amount stands there: "un crédit de 250000", "dépasse 150000", "150000 par an", "entre 150000 et 200000". */
function takesAmount(around: Surroundings, index: number): boolean {
  const { tokens, mentions } = around
  if (endsRange(tokens, index) && takesAmount(around, index - 2)) return true
  if (tokens[index + 1]?.text === "'") return false
  return mentions.some(
    ({ concept, from, to }) =>
      (concept.kind === 'cue' && from === index + 1 && afterAmount.has(concept.cue)) ||
      (leadsTo(tokens, to, index) && announcesAmount(around, { concept, from, to }, index)),
  )
}

const rangeJoints: ReadonlySet<string> = new Set(['et', 'and', 'a', 'to', 'ou', 'or', '-'])

/** "Entre 150000 et 200000"; "prêter 250000 à 109211" is no range. */
function endsRange(tokens: readonly Token[], index: number): boolean {
  const [start, joint, end] = [tokens[index - 2], tokens[index - 1]?.text ?? '', tokens[index]]
  if (start?.kind !== 'number' || end?.kind !== 'number' || start.value > end.value) return false
  const opensRange = /^(?:de|from|entre|between)$/.test(tokens[index - 3]?.text ?? '')
  return rangeJoints.has(joint) && (opensRange || (joint !== 'a' && joint !== 'to'))
}

function leadsTo(tokens: readonly Token[], to: number, index: number): boolean {
  const isNear = to <= index && index - to <= mostJoints
  return isNear && tokens.slice(to, index).every(({ text }) => amountJoints.has(text))
}

function announcesAmount(
  { tokens, mentions }: Surroundings,
  { concept, from, to }: Mention,
  index: number,
): boolean {
  const hasArticle = tokens[index - 1]?.text === 'le'
  if (concept.kind === 'cue') {
    const isPreposition = concept.cue === 'between' && /^(?:de|from)$/.test(tokens[from]?.text ?? '')
    return beforeAmount.has(concept.cue) && !hasArticle && !isPreposition
  }
  if (concept.kind !== 'field' || !amounts.has(concept.field)) return false
  if (isRound(tokens[index] as NumberToken, roundTo)) return true
  // "Le crédit de 109211" is that client's, "un crédit de 109211" is so much.
  const isOf = /^(?:de|of)$/.test(tokens[to]?.text ?? '') && definite.has(tokens[from - 1]?.text ?? '')
  const hasOther = tokens.some((other, at) => at !== index && other.kind === 'number')
  return !hasArticle && !(isOf && to === index - 1 && (hasOther || !supposes(mentions)))
}

const changing: ReadonlySet<Cue> = new Set<Cue>(['ifWord', 'simulate', 'yields', 'lowers', 'raises'])

function supposes(mentions: readonly Mention[]): boolean {
  return mentions.some(({ concept }) => concept.kind === 'cue' && changing.has(concept.cue))
}

/** Fields that are amounts of money. */
export const amounts: ReadonlySet<Field> = new Set<Field>([
  'creditAmount',
  'annuityAmount',
  'annualIncomeAmount',
  'goodsPriceAmount',
  'downPaymentAmount',
])
