import type { ClientFilters } from '#core/contracts/client-filters.ts'
import type { Cohort } from '#core/contracts/compare-cohort.ts'
import type { Mention } from '../lexicon/find-mentions.ts'
import type { Field } from '../words/field-words.ts'
import { type Clause, hasCue, listCues, type Quantity } from './clause.ts'

const rangeFields: ReadonlySet<Field> = new Set<Field>([
  'ageYears',
  'employmentYears',
  'annualIncomeAmount',
  'creditAmount',
  'annuityAmount',
  'goodsPriceAmount',
  'childrenCount',
  'familyMemberCount',
  'regionRating',
  'externalScore1',
  'externalScore2',
  'externalScore3',
])
const adultAge = { youngest: 16, oldest: 100 }
const smallestAmount = 1000
/** Words between a field and its number. */
const farthest = 5

export interface Group {
  cohort: Cohort | null
  /** Mentions of fields that a range has used up. */
  used: ReadonlySet<Mention>
}

/** Whom a clause speaks of beside the client: a filtered group, the most similar clients, or all. */
export function readGroup(clause: Clause): Group {
  const used = new Set<Mention>()
  const filters: Record<string, unknown> = {}
  for (const quantity of clause.quantities) addQuantity(clause, quantity, filters, used)
  for (const { concept, from, to } of clause.mentions) {
    if (concept.kind === 'group') addGroup(filters, concept.filters)
    if (concept.kind !== 'category') continue
    // "Supérieur à 150 000" names no education.
    if (listCues(clause, 'moreThan').some((cue) => cue.from === from && cue.to > to)) continue
    if (concept.needsSector && !hasCue(clause, 'sector')) continue
    filters[concept.field] = [...new Set([filters[concept.field] ?? [], concept.values].flat())]
  }
  for (const [field, value] of Object.entries(filters)) {
    if (Array.isArray(value) && value.length === 1) filters[field] = value[0]
  }
  return { cohort: chooseCohort(clause, filters as ClientFilters), used }
}

function addGroup(filters: Record<string, unknown>, group: ClientFilters): void {
  for (const [field, value] of Object.entries(group)) filters[field] ??= value
}

function chooseCohort(clause: Clause, filters: ClientFilters): Cohort | null {
  if (hasCue(clause, 'similar') && !hasOnlyPlainFilters(filters)) {
    const size = readSize(clause)
    return { kind: 'similar', ...(size !== null && { size }) }
  }
  if (Object.keys(filters).length > 0) return { kind: 'filter', filters }
  return hasCue(clause, 'everyone') ? { kind: 'all' } : null
}

/** "des clients comme lui, retraités": a category that is named outweighs a likeness. */
function hasOnlyPlainFilters(filters: ClientFilters): boolean {
  return Object.keys(filters).some((field) => field.endsWith('Type') || field === 'familyStatus')
}

/** "les 200 profils les plus proches": the number without a unit. */
function readSize({ quantities }: Clause): number | null {
  const size = quantities.find(
    ({ relation, unit, isShare }) => relation === 'exactly' && unit === null && !isShare,
  )
  return size && Number.isInteger(size.value) ? size.value : null
}

function addQuantity(
  clause: Clause,
  quantity: Quantity,
  filters: Record<string, unknown>,
  used: Set<Mention>,
): void {
  if (quantity.isShare || quantity.shift !== null || quantity.unit === 'times') return
  const mention = findFieldOf(clause, quantity)
  const field = mention?.field ?? guessField(quantity) ?? continueField(clause, quantity, filters)
  if (field === null) return
  // An exact amount is one to be lent, not a group.
  if (field.endsWith('Amount') && quantity.relation === 'exactly') return
  if (mention) used.add(mention.mention)
  const range = toRange(quantity)
  const before = filters[field] as { min?: number; max?: number } | undefined
  const isAlternative =
    quantity.relation === 'exactly' && before?.min !== undefined && before.max !== undefined
  filters[field] = isAlternative
    ? {
        min: Math.min(before.min as number, quantity.value),
        max: Math.max(before.max as number, quantity.value),
      }
    : { ...before, ...range }
}

function toRange({ relation, value, upTo, isDecade }: Quantity): { min?: number; max?: number } {
  if (relation === 'atLeast') return { min: value }
  if (relation === 'atMost') return { max: value }
  return { min: value, max: isDecade && relation === 'exactly' ? value + 9 : upTo }
}

/** The field that a number belongs to: the one it stands right before, else the last one before it. */
export function findFieldOf(clause: Clause, quantity: Quantity): { mention: Mention; field: Field } | null {
  const fields = clause.mentions.flatMap((mention) =>
    mention.concept.kind === 'field' &&
    rangeFields.has(mention.concept.field) &&
    fits(mention.concept.field, quantity)
      ? [{ mention, field: mention.concept.field }]
      : [],
  )
  const isFree = ({ from, to }: Mention) =>
    !clause.quantities.some(
      (other) => other !== quantity && between(other.from, to, quantity.from) && from < other.from,
    )
  const after = fields.find(({ mention }) => mention.from >= quantity.to && mention.from - quantity.to <= 2)
  const before = fields.findLast(
    ({ mention }) =>
      mention.to <= quantity.from + 1 && quantity.from - mention.to <= farthest && isFree(mention),
  )
  const countsPeople = after && (after.field === 'childrenCount' || after.field === 'familyMemberCount')
  return countsPeople ? after : (before ?? after ?? null)
}

const alternatives: ReadonlySet<string> = new Set(['ou', 'or', 'et', 'and', ','])

/** "régions notées 1 ou 2": the second number is of the first one's field. */
function continueField(clause: Clause, quantity: Quantity, filters: Record<string, unknown>): Field | null {
  const previous = clause.quantities.find(({ to }) => to === quantity.from - 1)
  if (!previous || !alternatives.has(clause.tokens[quantity.from - 1]?.text ?? '')) return null
  const field = findFieldOf(clause, previous)?.field
  return field !== undefined && filters[field] !== undefined ? field : null
}

function between(position: number, low: number, high: number): boolean {
  return position >= low && position < high
}

function fits(field: Field, { unit, value }: Quantity): boolean {
  if (unit === 'years' || unit === 'months') return field === 'ageYears' || field === 'employmentYears'
  if (unit === 'money') return field.endsWith('Amount')
  if (field === 'ageYears') return value >= adultAge.youngest && value <= adultAge.oldest
  if (field.endsWith('Amount')) return value >= smallestAmount
  if (field.startsWith('externalScore')) return value <= 1
  return value < smallestAmount
}

function guessField({ unit, relation, value, isDecade }: Quantity): Field | null {
  if (unit === 'years') return value >= adultAge.youngest || relation === 'between' ? 'ageYears' : null
  if (unit === 'money' || (relation !== 'exactly' && value >= smallestAmount)) return 'creditAmount'
  const isAge = value >= adultAge.youngest && value <= adultAge.oldest
  return isAge && unit === null && (isDecade || relation !== 'exactly') ? 'ageYears' : null
}

/** Whether the clause names a group in so many words ("ce groupe"), without saying which. */
export function namesUnknownGroup(clause: Clause): boolean {
  return listCues(clause, 'group').length > 0
}
