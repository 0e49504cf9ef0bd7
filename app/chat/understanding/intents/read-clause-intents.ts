import type { Cohort } from '#core/contracts/compare-cohort.ts'
import type { Change, Intent } from '../reading.ts'
import { type Clause, hasCue, listCues } from '../slots/clause.ts'
import { buildIntents } from './build-intent.ts'
import { readFollowUp } from './read-follow-up.ts'
import { type ReadSlots, readSlots } from './read-slots.ts'
import { findChangeBefore, type TurnContext } from './turn-context.ts'
import { type IntentKind, speaksOfSupposition, weighIntents } from './weigh-intents.ts'

/** From here on a clause speaks for an intent. */
export const enough = 2

/** Of intents that weigh the same, the first. */
const byPriority: readonly IntentKind[] = [
  'findClients',
  'drift',
  'define',
  'suggest',
  'simulate',
  'compare',
  'featureEffect',
  'themes',
  'reasons',
  'decide',
  'score',
  'modelQuality',
  'profile',
  'help',
  'thanks',
  'greeting',
]

/** "Et le centile ?": tokens of a clause that only names something. */
const shortFollowUp = 6

const noSlots = { cohort: null, changes: [], features: [], hasField: false, themes: [], terms: [] }

export interface ClauseReading {
  intents: Intent[]
  /** Whether its own words ask for them; else they follow from what it names and from the question before. */
  isExplicit: boolean
  /** "Et si … 48 mois", "il accepterait 48 mois": a what-if. */
  supposes: boolean
  /** A group that it names. */
  cohort: Cohort | null
  /** Clients that it names, though it may ask for nothing. */
  clientIds: readonly number[]
}

/** What a clause asks for. No intents: nothing that is understood. */
export function readClauseIntents(clause: Clause, context: TurnContext): ClauseReading {
  const slots = readSlots(clause, findChangeBefore(context))
  const read = (intents: Intent[], isExplicit: boolean) => ({
    intents: nameClients(intents, clause.clientIds),
    isExplicit,
    cohort: slots.cohort,
    clientIds: clause.clientIds,
    supposes:
      intents.some(({ kind }) => kind === 'simulate') &&
      (speaksOfSupposition(clause) || hasCue(clause, 'ifWord')),
  })
  if (hasCue(clause, 'sex')) return read([{ kind: 'define', term: 'sex' }], true)
  if (supposesAnotherPerson(clause, slots)) {
    return read([{ kind: 'missing', of: 'change', intent: 'simulate' }], true)
  }
  const last = context.before.at(-1)
  if (
    last?.kind === 'define' &&
    slots.terms[0] !== undefined &&
    hasCue(clause, 'andThen') &&
    clause.tokens.length <= shortFollowUp
  ) {
    return read([{ kind: 'define', term: slots.terms[0] }], false)
  }
  const own = weighIntents(clause, { ...noSlots, terms: slots.terms })
  const isExplicit = Math.max(...Object.values(own)) >= enough
  if (!isExplicit) {
    if (isAside(clause, slots, context)) return read([], false)
    const followUp = readFollowUp(clause, slots, context)
    if (followUp) return read(followUp, false)
  }
  const weights = weighIntents(clause, slots)
  const kind = byPriority.reduce((best, other) => (weights[other] > weights[best] ? other : best))
  if (weights[kind] >= enough) return read(buildIntents(kind, clause, { slots, context }), isExplicit)
  const small = (['thanks', 'greeting'] as const).find((other) => own[other] > 0)
  return read(small ? [{ kind: small }] : [], isExplicit)
}

/**
 * "Write a poem about pensioners", "remind me in 6 months": a group or a number within talk about something else. What
 * follows up on a question says little beside the name or the number.
 */
function isAside(clause: Clause, { cohort, changes }: ReadSlots, { before }: TurnContext): boolean {
  if (hasCue(clause, 'elsewhere')) return true
  if (cohort === null && changes.length === 0) return false
  if (speaksOfOutside(clause)) return true
  const namesField = clause.mentions.some(({ concept }) => concept.kind === 'field')
  if (namesField && (changes.length > 0 || speaksOfClient(clause))) return false
  if (changes.length > 0 && saysWhoseRequest(clause, changes)) return false
  const last = before.at(-1)?.kind
  const followsOn = (cohort !== null && last === 'compare') || (changes.length > 0 && last === 'simulate')
  return clause.strayWords > (followsOn ? 1 : 0)
}

/** Not where the word names an employer: the sector "Religion". */
function speaksOfOutside(clause: Clause): boolean {
  const names = clause.mentions.filter(({ concept }) => concept.kind === 'category')
  return listCues(clause, 'outside').some(
    ({ from, to }) => !names.some((name) => name.from < to && from < name.to),
  )
}

/** "Could she get 350,000?": an amount, and whose. A term alone may be any time. */
function saysWhoseRequest(clause: Clause, changes: readonly Change[]): boolean {
  if (hasCue(clause, 'ifWord', 'yields', 'lowers', 'raises') || speaksOfSupposition(clause)) return true
  const namesAmount = changes.some(({ field }) => field !== 'termMonths')
  return namesAmount && speaksOfClient(clause)
}

function speaksOfClient({ clientIds, tokens }: Clause): boolean {
  return clientIds.length > 0 || tokens.some(({ text }) => ofClient.has(text))
}

const ofClient: ReadonlySet<string> = new Set(
  'il elle he she him her lui his son sa ses client dossier'.split(' '),
)

const persons: ReadonlySet<string> = new Set(['il', 'elle', 'he', 'she', 'ils', 'elles', 'they', 'client'])
const beings: ReadonlySet<string> = new Set(
  'etait avait est a vivait travaillait possedait mariait pacsait divorcait devenait was were had lived worked owned got married became turned'.split(
    ' ',
  ),
)
const ageWords = /^(?:older|younger|old|young|vieux|vieille|jeune|age|agee)$/

/** "Et s'il était fonctionnaire ?", "what if he was 10 years older?": what an applicant can't change. */
function supposesAnotherPerson(clause: Clause, { cohort, changes }: ReadSlots): boolean {
  if (hasCue(clause, 'compare', 'standing')) return false
  const { tokens, quantities, mentions } = clause
  const supposed = tokens.findIndex(
    ({ text }, index) => (text === 'si' || text === 'if') && persons.has(tokens[index + 1]?.text ?? ''),
  )
  if (supposed === -1) return false
  const verb = tokens.findIndex(
    ({ text }, index) => index > supposed + 1 && index < supposed + 4 && beings.has(text),
  )
  if (verb === -1) return false
  const isAge = tokens.some(({ text }, index) => index > verb && ageWords.test(text))
  if (isAge) return changes.every(({ field }) => field === 'termMonths')
  // "S'il avait 10 ans de plus", unless it is to repay.
  const hasTerm =
    tokens.some(({ text }) => /^(?:rembours|repa(?:y|id))/.test(text)) ||
    mentions.some(({ concept }) => concept.kind === 'field' && concept.field === 'termMonths')
  const isYears = quantities.some(({ unit, from }) => unit === 'years' && from === verb + 1)
  if (isYears && !hasTerm) return changes.every(({ field }) => field === 'termMonths')
  return cohort?.kind === 'filter' && changes.length === 0
}

/** The same for each client that the clause names. */
function nameClients(intents: Intent[], clientIds: readonly number[]): Intent[] {
  if (clientIds.length === 0) return intents
  return intents.flatMap((intent): Intent[] =>
    isAboutClient(intent) ? clientIds.map((clientId) => ({ ...intent, clientId })) : [intent],
  )
}

const aboutClient = [
  'score',
  'reasons',
  'themes',
  'featureEffect',
  'profile',
  'compare',
  'simulate',
  'suggest',
  'decide',
] as const
type AboutClientKind = (typeof aboutClient)[number]

export function isAboutClient(intent: Intent): intent is Extract<Intent, { kind: AboutClientKind }> {
  return (aboutClient as readonly string[]).includes(intent.kind)
}
