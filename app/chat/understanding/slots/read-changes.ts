import type { Mention } from '../lexicon/find-mentions.ts'
import type { Change, ChangedAmount } from '../reading.ts'
import type { Field } from '../words/field-words.ts'
import { type Clause, hasCue, listCues, type Quantity } from './clause.ts'

const changedFields: ReadonlySet<Field> = new Set<Field>([
  'creditAmount',
  'annuityAmount',
  'termMonths',
  'goodsPriceAmount',
  'annualIncomeAmount',
  'downPaymentAmount',
])
type ChangeableField = ChangedAmount | 'downPaymentAmount'
interface FieldMention {
  mention: Mention
  field: ChangeableField
}

const longestTermMonths = 600
/** "Sur 48": as a bare number; "99 chances sur 100" is no term. */
const longestBareTerm = 96
const smallestAmount = 1000
const monthsPerYear = 12
/** Words between a number and its field. */
const farthest = 8

/** What the follow-up of a what-if leaves unsaid: the field and the direction of the change before. */
export interface ChangeBefore {
  field: ChangedAmount
  /** Where it was a change by so much: −1 down, 1 up. */
  direction: -1 | 1 | null
  isShare: boolean
}

/** What a clause would change of the request: new amounts, terms and contract types, and changes by so much. */
export function readChanges(clause: Clause, before: ChangeBefore | null): Change[] {
  const fields = listFields(clause)
  const numbered = clause.quantities.flatMap((quantity) => readChange(clause, quantity, { fields, before }))
  const changes = [...numbered, ...(numbered.length === 0 ? readMultiple(clause, fields, before) : [])]
  const first = changes[0]
  // "le crédit et le prix du bien baissaient de 10 %": one number for both.
  if (changes.length === 1 && first && 'byShare' in first) {
    const others = fields.filter(({ field }) => field !== first.field && field !== 'downPaymentAmount')
    const named = others.some(() => fields.some(({ field }) => field === first.field))
    if (named) for (const { field } of others) changes.push({ ...first, field: field as ChangedAmount })
  }
  return keepLastPerField([...changes, ...readContract(clause)])
}

function listFields({ mentions, quantities }: Clause): FieldMention[] {
  // "36 mensualités": there it is the number's unit.
  const isUnit = ({ from, to }: Mention) =>
    quantities.some((quantity) => from > quantity.from && to <= quantity.to)
  return mentions.flatMap((mention) =>
    mention.concept.kind === 'field' && !isUnit(mention) && changedFields.has(mention.concept.field)
      ? [{ mention, field: mention.concept.field as ChangeableField }]
      : [],
  )
}

function readContract({ mentions }: Clause): Change[] {
  return mentions.flatMap(({ concept }) =>
    concept.kind === 'category' && concept.field === 'contractType'
      ? [{ field: 'contractType' as const, value: concept.values[0] as string }]
      : [],
  )
}

interface ReadChangeOptions {
  fields: readonly FieldMention[]
  before: ChangeBefore | null
}

function readChange(clause: Clause, quantity: Quantity, { fields, before }: ReadChangeOptions): Change[] {
  const factor = readFactor(clause, quantity)
  const sized = factor === null ? quantity : { ...quantity, isShare: true }
  const field = chooseField(clause, sized, { fields, before })
  if (field === null) return []
  if (factor !== null) {
    const isSaid = fields.length > 0 || before !== null || quantity.shift !== null
    return isSaid || hasCue(clause, 'ifWord', 'simulate')
      ? [{ field: toCredit(field), byShare: factor - 1 }]
      : []
  }
  if (field === 'downPaymentAmount') return readDownPayment(quantity)
  return quantity.isShare
    ? readShare(clause, quantity, { field, before })
    : [readAmount(clause, quantity, { field, before })]
}

function toCredit(field: ChangeableField): ChangedAmount {
  return field === 'downPaymentAmount' ? 'creditAmount' : field
}

interface OfField {
  field: ChangedAmount
  before: ChangeBefore | null
}

function readShare(clause: Clause, quantity: Quantity, { field, before }: OfField): Change[] {
  const direction = readDirection(clause, quantity)
  // "99 %" as a goal is no change of an amount.
  const isGoalOf =
    !isBySoMuch(clause, quantity) &&
    listCues(clause, direction === 1 ? 'raises' : 'lowers').some(({ to }) => to <= quantity.from)
  if (isGoalOf) return [{ field, byShare: quantity.value - 1 }]
  const isGoal = direction === null && before === null && !isBySoMuch(clause, quantity)
  if (direction === null && isPartOf(clause, quantity)) return [{ field, byShare: quantity.value - 1 }]
  const sign = direction ?? before?.direction ?? -1
  return isGoal || quantity.value === 0 ? [] : [{ field, byShare: sign * quantity.value }]
}

/** "80 % du montant": what is left, not what goes. */
function isPartOf({ tokens }: Clause, { to }: Quantity): boolean {
  return tokens[to]?.text === 'de' || tokens[to]?.text === 'of'
}

function readAmount(clause: Clause, quantity: Quantity, { field, before }: OfField): Change {
  const direction = readDirection(clause, quantity)
  const value = toFieldUnit(field, quantity)
  if (direction !== null && isBySoMuch(clause, quantity)) return { field, by: direction * value }
  // "Et 30 ?" after "20 % de moins".
  const isShareAgain = before?.field === field && before.isShare && field !== 'termMonths'
  if (isShareAgain && quantity.unit === null && value < 100) {
    return { field, byShare: ((before.direction ?? -1) * value) / 100 }
  }
  return {
    field,
    to: quantity.relation === 'between' ? toFieldUnit(field, { ...quantity, value: quantity.upTo }) : value,
  }
}

/** "divisé par deux", "trois fois plus". */
function readFactor(clause: Clause, { unit, value, shift, isShare }: Quantity): number | null {
  if (value <= 0 || isShare) return null
  const isTimes = unit === 'times'
  if (isTimes) return shift === 'less' || hasCue(clause, 'lowers') ? 1 / value : value
  if (unit !== null || value > 10) return null
  return hasCue(clause, 'divides') ? 1 / value : hasCue(clause, 'multiplies') ? value : null
}

/** A larger down payment is so much less credit. */
function readDownPayment({ isShare, value }: Quantity): Change[] {
  return [isShare ? { field: 'creditAmount', byShare: -value } : { field: 'creditAmount', by: -value }]
}

function chooseField(
  clause: Clause,
  quantity: Quantity,
  { fields, before }: ReadChangeOptions,
): ChangeableField | null {
  const fitting = fields.filter(({ field }) => fits(field, quantity))
  const distance = ({ mention }: FieldMention) =>
    mention.to <= quantity.from ? quantity.from - mention.to : mention.from - quantity.to + 1.5
  const isFree = ({ mention }: FieldMention) =>
    !clause.quantities.some(
      (other) =>
        other !== quantity &&
        ((mention.to <= other.from && other.to <= quantity.from) ||
          (quantity.to <= other.from && other.to <= mention.from)),
    )
  const near = fitting
    .filter((one) => distance(one) <= farthest && isFree(one))
    .sort((one, other) => distance(one) - distance(other) || rank(other.field) - rank(one.field))
  if (near[0]) return near[0].field
  if (quantity.unit === 'years' || quantity.unit === 'months' || quantity.unit === 'instalments') {
    return quantity.value <= longestTermMonths && !quantity.isShare ? 'termMonths' : null
  }
  if (quantity.isPerMonth) return 'annuityAmount'
  if (quantity.isPerYear) return 'annualIncomeAmount'
  if (before && (quantity.isShare || fits(before.field, quantity))) return before.field
  if (quantity.isShare) return 'creditAmount'
  // So little is no credit, but may be what one is lowered by.
  const isStep = quantity.shift !== null || hasCue(clause, 'lowers', 'raises')
  if (quantity.value >= smallestAmount || (quantity.unit === 'money' && isStep)) return 'creditAmount'
  const saysOver = listCues(clause, 'over').some(({ to }) => to === quantity.from)
  return saysOver && quantity.value >= 2 && quantity.value <= longestBareTerm ? 'termMonths' : null
}

/** Of two names at one place ("monthly payment"), the narrower. */
function rank(field: ChangeableField): number {
  return field === 'creditAmount' ? 0 : 1
}

function fits(field: ChangeableField, { unit, value, isShare, isPerMonth }: Quantity): boolean {
  if (isShare) return true
  if (field === 'termMonths') return unit !== 'money' && !isPerMonth && value <= longestTermMonths
  if (unit === 'years' || unit === 'months' || unit === 'instalments') return false
  if (isPerMonth) return field === 'annuityAmount' || field === 'annualIncomeAmount'
  return value >= smallestAmount || unit === 'money' || (field === 'annuityAmount' && value >= 50)
}

function toFieldUnit(field: ChangeableField, { unit, value, isPerMonth }: Quantity): number {
  if (field === 'termMonths' && unit === 'years') return value * monthsPerYear
  return field === 'annualIncomeAmount' && isPerMonth ? value * monthsPerYear : value
}

function readDirection(clause: Clause, { shift, from, to, isShare }: Quantity): -1 | 1 | null {
  if (shift !== null) return shift === 'less' ? -1 : 1
  const signs = isShare ? { ...verbs, ...comparatives } : verbs
  const near = clause.mentions
    .flatMap((mention) => {
      if (mention.concept.kind !== 'cue') return []
      const sign = signs[mention.concept.cue]
      const distance = mention.to <= from ? from - mention.to : mention.from - to + 1
      return sign ? [{ sign, distance }] : []
    })
    .sort((one, other) => one.distance - other.distance)
  return near[0]?.sign ?? null
}

type Signs = Readonly<Record<string, -1 | 1>>
const verbs: Signs = { lowers: -1, raises: 1 }
/** Said of an amount, they stand right after it: "un peu moins, mettons 600 000" is no 600,000 less. */
const comparatives: Signs = { less: -1, more: 1 }
const goals: ReadonlySet<string> = new Set(['a', 'to', 'at', 'jusque', 'until', '='])

/** "baisser de 50 000" against "baisser à 50 000". */
function isBySoMuch({ tokens }: Clause, { from, shift }: Quantity): boolean {
  if (shift !== null) return true
  const before = tokens[from - 1]?.text ?? ''
  const leading = before === 'le' || before === 'la' ? (tokens[from - 2]?.text ?? '') : before
  return !goals.has(leading)
}

/** Halves, doubles and the like: changes without a number. */
function readMultiple(
  clause: Clause,
  fields: readonly FieldMention[],
  before: ChangeBefore | null,
): Change[] {
  const byShare = hasCue(clause, 'halves')
    ? -0.5
    : hasCue(clause, 'triples')
      ? 2
      : hasCue(clause, 'doubles')
        ? 1
        : null
  if (byShare === null) return []
  const named = fields.filter(({ field }) => field !== 'downPaymentAmount')
  const narrow = named.find(({ field }) => field !== 'creditAmount') ?? named[0]
  return [{ field: (narrow?.field ?? before?.field ?? 'creditAmount') as ChangedAmount, byShare }]
}

function keepLastPerField(changes: readonly Change[]): Change[] {
  const byField = new Map(changes.map((change) => [change.field, change]))
  // The term sets the annuity: of the two, what is said last.
  const isBoth = byField.has('termMonths') && byField.has('annuityAmount')
  if (isBoth) byField.delete(changes.at(-1)?.field === 'annuityAmount' ? 'termMonths' : 'annuityAmount')
  return [...byField.values()]
}
