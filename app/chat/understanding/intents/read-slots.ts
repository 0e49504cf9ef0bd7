import type { ClientField } from '#core/contracts/client-profile.ts'
import type { Mention } from '../lexicon/find-mentions.ts'
import { type Clause, hasCue, listCues } from '../slots/clause.ts'
import { type ChangeBefore, readChanges } from '../slots/read-changes.ts'
import { readGroup } from '../slots/read-group.ts'
import { type Field, featureOfField } from '../words/field-words.ts'
import type { Slots } from './weigh-intents.ts'

export interface ReadSlots extends Slots {
  fields: readonly ClientField[]
}

/** Words of a request that name no amount: "le crédit", "he borrows". */
const amountWords = /^(?:montants?|amounts?|sommes?|sums?|sizes?|capital|principal)$/

const possessives: ReadonlySet<string> = new Set(['son', 'sa', 'ses', 'his', 'her', 'their'])

/** Reads what a clause speaks of, apart from what it asks. */
export function readSlots(clause: Clause, before: ChangeBefore | null): ReadSlots {
  const { cohort, used } = readGroup(clause)
  const groups = clause.mentions.filter(
    ({ concept }) => concept.kind === 'category' || concept.kind === 'group',
  )
  const named = clause.mentions.filter(
    (mention) =>
      !used.has(mention) && !groups.some((group) => group !== mention && group.from === mention.from),
  )
  const comparing = hasCue(clause, 'compare', 'standing')
  const ofData = hasCue(clause, 'drift')
  const fields = named.flatMap((mention) => {
    const { concept, from, to } = mention
    if (concept.kind !== 'field' || isMeasure(clause, mention)) return []
    const isLoose =
      concept.field === 'creditAmount' &&
      !clause.tokens.slice(from, to).some(({ text }) => amountWords.test(text)) &&
      !ofData &&
      !(comparing && possessives.has(clause.tokens[from - 1]?.text ?? ''))
    return isLoose && listCues(clause, 'question').length === 0 ? [] : [{ field: concept.field, isLoose }]
  })
  const themes = named.flatMap(({ concept }) => (concept.kind === 'theme' ? [concept.theme] : []))
  const inThemes = new Set(named.filter(({ concept }) => concept.kind === 'theme').map(({ from }) => from))
  const features = named.flatMap(({ concept, from }) =>
    concept.kind === 'feature' && !inThemes.has(from) ? [concept.feature] : [],
  )
  const asksEffect =
    hasCue(clause, 'effect') && !hasCue(clause, 'compare', 'standing', 'similar', 'groupWord')
  const groupFields = asksEffect ? listGroupFields(groups) : []
  const firmFields = fields.filter(({ isLoose }) => !isLoose)
  return {
    cohort: groupFields.length > 0 ? null : cohort,
    changes: readChanges(clause, before),
    features: [
      ...new Set([
        ...[...firmFields.map(({ field }) => field), ...groupFields].map((field) => featureOfField[field]),
        ...features,
      ]),
    ],
    fields: listProfileFields(fields.map(({ field }) => field)),
    hasField: fields.length > 0,
    themes: [...new Set(themes)],
    terms: [
      ...new Set(clause.mentions.flatMap(({ concept }) => (concept.kind === 'term' ? [concept.term] : []))),
    ],
  }
}

/** "20 degrees": of warmth, not of education. */
function isMeasure({ tokens }: Clause, { concept, from }: Mention): boolean {
  return concept.kind === 'field' && concept.field === 'educationType' && tokens[from - 1]?.kind === 'number'
}

/** "Le fait d'être propriétaire pèse-t-il ?": the group's field is what is asked about. */
function listGroupFields(groups: readonly Mention[]): Field[] {
  return groups.flatMap(({ concept }) =>
    concept.kind === 'category'
      ? [concept.field]
      : concept.kind === 'group'
        ? (Object.keys(concept.filters) as Field[])
        : [],
  )
}

function listProfileFields(fields: readonly Field[]): ClientField[] {
  return [...new Set(fields)].flatMap((field) =>
    field === 'downPaymentAmount'
      ? ['goodsPriceAmount', 'creditAmount']
      : field === 'termMonths'
        ? ['creditAmount', 'annuityAmount']
        : [field],
  )
}
