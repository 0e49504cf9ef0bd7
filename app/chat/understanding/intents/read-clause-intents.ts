import type { Cohort } from '#core/contracts/compare-cohort.ts'
import type { Intent } from '../reading.ts'
import { type Clause, hasCue } from '../slots/clause.ts'
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
  /** "Il accepterait 48 mois": a what-if, though nothing says "if". */
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
    supposes: intents.some(({ kind }) => kind === 'simulate') && speaksOfSupposition(clause),
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
    const followUp = readFollowUp(clause, slots, context)
    if (followUp) return read(followUp, false)
  }
  const weights = weighIntents(clause, slots)
  const kind = byPriority.reduce((best, other) => (weights[other] > weights[best] ? other : best))
  if (weights[kind] >= enough) return read(buildIntents(kind, clause, { slots, context }), isExplicit)
  const small = (['thanks', 'greeting'] as const).find((other) => own[other] > 0)
  return read(small ? [{ kind: small }] : [], isExplicit)
}

const persons: ReadonlySet<string> = new Set(['il', 'elle', 'he', 'she', 'ils', 'elles', 'they', 'client'])
const beings: ReadonlySet<string> = new Set([
  'etait',
  'avait',
  'was',
  'were',
  'had',
  'vivait',
  'travaillait',
  'lived',
  'worked',
  'owned',
  'possedait',
])

/** "Et s'il était fonctionnaire ?": what an applicant can't change. */
function supposesAnotherPerson({ tokens, mentions }: Clause, { cohort, changes }: ReadSlots): boolean {
  if (cohort?.kind !== 'filter' || changes.length > 0 || hasCue({ mentions }, 'compare', 'standing'))
    return false
  return tokens.some(
    ({ text }, index) =>
      (text === 'si' || text === 'if') &&
      persons.has(tokens[index + 1]?.text ?? '') &&
      beings.has(tokens[index + 2]?.text ?? ''),
  )
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
