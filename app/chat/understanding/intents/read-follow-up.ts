import type { ClientField } from '#core/contracts/client-profile.ts'
import type { Change, Intent } from '../reading.ts'
import { type Clause, hasCue } from '../slots/clause.ts'
import { buildIntents, readTermAsFigure } from './build-intent.ts'
import type { ReadSlots } from './read-slots.ts'
import { findBefore, type TurnContext } from './turn-context.ts'

const furtherReasons = 12
const mostReasons = 20
/** Clients on a page of a search, when nothing else is asked for, and at most. */
const usuallyFound = 10
const mostFound = 50

/**
 * What a clause asks that only names something ("et pour les retraités ?", "et l'âge ?", "et 48 mois ?"): that of the
 * question before, with what it names in place. Null when that gives nothing.
 */
export function readFollowUp(clause: Clause, slots: ReadSlots, context: TurnContext): Intent[] | null {
  return (
    followSearch(clause, slots, context) ??
    repeatBefore(clause, slots, context) ??
    followDrift(clause, slots, context) ??
    followReasons(clause, slots, context) ??
    followChange(clause, slots, context) ??
    followGroup(clause, slots, context) ??
    followName(clause, slots, context) ??
    followTerm(slots, context) ??
    followClient(clause, context)
  )
}

function isEmpty({ cohort, changes, features, themes, fields }: ReadSlots): boolean {
  return cohort === null && changes.length + features.length + themes.length + fields.length === 0
}

/** "Pareil en anglais". */
function repeatBefore(clause: Clause, slots: ReadSlots, { before }: TurnContext): Intent[] | null {
  if (before.length === 0 || !isEmpty(slots) || clause.clientIds.length > 0) return null
  return hasCue(clause, 'again', 'inEnglish', 'inFrench') ? [...before] : null
}

/** "Les suivants ?": the same search, further down. */
function followSearch(clause: Clause, slots: ReadSlots, context: TurnContext): Intent[] | null {
  const last = context.before.at(-1)
  const isEveryone = slots.cohort?.kind === 'all'
  if (last?.kind !== 'findClients' || clause.strayWords > 0 || clause.clientIds.length > 0) return null
  if (!isEmpty(isEveryone ? { ...slots, cohort: null } : slots)) return null
  if (!hasCue(clause, 'nextPage') && !(isEveryone && hasCue(clause, 'find', 'clientWord'))) return null
  return [{ ...last, limit: Math.min(mostFound, 2 * (last.limit ?? usuallyFound)) }]
}

function followDrift(clause: Clause, slots: ReadSlots, context: TurnContext): Intent[] | null {
  const previous = findBefore(context, 'drift')
  if (!previous || slots.cohort !== null) return null
  if (slots.features.length > 0) return [{ kind: 'drift', features: [...slots.features] }]
  return hasCue(clause, 'onlyDrifted') ? [{ ...previous, onlyDrifted: true }] : null
}

/** "Et d'autres raisons ?", "donne m'en 10". */
function followReasons(clause: Clause, slots: ReadSlots, context: TurnContext): Intent[] | null {
  const previous = findBefore(context, 'reasons')
  const [count] = clause.quantities
  const isCount = count && !count.isShare && count.unit === null && count.value <= mostReasons
  if (!previous || !isEmpty(isCount ? { ...slots, changes: [] } : slots)) return null
  if (isCount) return buildIntents('reasons', clause, { slots, context })
  return hasCue(clause, 'furtherReasons') ? [{ ...previous, maxReasons: furtherReasons }] : null
}

function followChange(clause: Clause, slots: ReadSlots, context: TurnContext): Intent[] | null {
  if (slots.changes.length === 0) return null
  const previous = findBefore(context, 'simulate')
  const isRange = clause.quantities.some(({ relation }) => relation !== 'exactly')
  const isGroup = slots.cohort?.kind === 'filter' && (isRange || hasCue(clause, 'groupWord'))
  if (!previous && isGroup) return null
  if (!previous && slots.cohort?.kind === 'filter' && findBefore(context, 'compare')) return null
  const names = new Set(slots.changes.map(({ field }) => field))
  // "Et sur 36 mois ?" goes on from the change before; "et s'il gagnait plus ?" starts anew.
  const kept = hasCue(clause, 'ifWord')
    ? []
    : (previous?.changes ?? []).filter(({ field }) => !excludes(names, field))
  return [{ kind: 'simulate', changes: [...kept, ...slots.changes] }]
}

/** The term sets the annuity: only one of the two can be asked for. */
function excludes(names: ReadonlySet<Change['field']>, field: Change['field']): boolean {
  if (names.has(field)) return true
  return (
    (field === 'termMonths' && names.has('annuityAmount')) ||
    (field === 'annuityAmount' && names.has('termMonths'))
  )
}

function followGroup(clause: Clause, slots: ReadSlots, context: TurnContext): Intent[] | null {
  if (slots.cohort === null) return null
  const fields = findOwnFields(clause)
  if (fields.length > 0 && slots.features.length === 0) return [{ kind: 'profile', fields }]
  return buildIntents('compare', clause, { slots, context })
}

function forgetClient(intent: Intent): Intent {
  if (!('clientId' in intent)) return intent
  const { clientId: _, ...rest } = intent
  return rest
}

const pronouns: ReadonlySet<string> = new Set(['il', 'elle', 'he', 'she', 'client', 'cliente', 'ce'])
const links: ReadonlySet<string> = new Set(
  'est is a un une an le la does de les en au has own owns possede'.split(' '),
)

/** "Est-il retraité ?", "does she own a car?": what is asked of the client, not of a group. */
function findOwnFields({ tokens, mentions }: Clause): ClientField[] {
  return mentions.flatMap(({ concept, from }) => {
    if (concept.kind !== 'category' && concept.kind !== 'group') return []
    let at = from - 1
    while (links.has(tokens[at]?.text ?? '')) at -= 1
    if (!pronouns.has(tokens[at]?.text ?? '')) return []
    return concept.kind === 'category' ? [concept.field] : (Object.keys(concept.filters) as ClientField[])
  })
}

function followName(clause: Clause, slots: ReadSlots, context: TurnContext): Intent[] | null {
  const build = (kind: 'featureEffect' | 'profile' | 'themes' | 'compare') =>
    buildIntents(kind, clause, { slots, context })
  if (slots.features.length > 0 || slots.fields.length > 0)
    return build(chooseForName(clause, slots, context))
  return slots.themes.length > 0 ? build('themes') : null
}

const ofOthers: ReadonlySet<string> = new Set(['leur', 'leurs', 'their'])

/** What is asked of a field or feature that is only named: its value, its effect, or its place among others. */
function chooseForName(
  clause: Clause,
  { fields, features }: ReadSlots,
  { before }: TurnContext,
): 'featureEffect' | 'profile' | 'compare' {
  const last = before.at(-1)?.kind
  const hasFields = fields.length > 0
  if (features.length === 0) return 'profile'
  if (last === 'compare') {
    const asksOfGroup = clause.tokens.some(({ text }) => ofOthers.has(text))
    if (asksOfGroup || !hasCue(clause, 'question', 'asksFact') || hasCue(clause, 'whatAbout'))
      return 'compare'
  } else if (hasCue(clause, 'effect', 'raisesRisk', 'lowersRisk')) return 'featureEffect'
  if (!hasFields) return 'featureEffect'
  if (last === 'profile' || hasCue(clause, 'asksFact')) return 'profile'
  if (hasCue(clause, 'question') && !hasCue(clause, 'whatAbout')) return 'profile'
  return last === undefined ? 'profile' : 'featureEffect'
}

function followTerm(slots: ReadSlots, context: TurnContext): Intent[] | null {
  const [term] = slots.terms
  if (term === undefined) return null
  if (context.before.at(-1)?.kind === 'define') return [{ kind: 'define', term }]
  const figure = readTermAsFigure(slots)
  return figure ? [figure] : null
}

/** "Et le client 100234 ?": the same question of another client. */
function followClient(clause: Clause, { before }: TurnContext): Intent[] | null {
  if (hasCue(clause, 'thisClient') && before.length > 0) return before.map(forgetClient)
  if (clause.clientIds.length === 0) return null
  return before.length > 0 ? [...before] : [{ kind: 'score' }]
}
