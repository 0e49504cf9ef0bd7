import type { Cohort } from '#core/contracts/compare-cohort.ts'
import type { Change, Intent } from '../reading.ts'
import { type Clause, hasCue, listCues } from '../slots/clause.ts'
import { namesUnknownGroup } from '../slots/read-group.ts'
import { clientTerms, modelTerms } from '../words/term-words.ts'
import type { ReadSlots } from './read-slots.ts'
import { findBefore, type TurnContext } from './turn-context.ts'
import type { IntentKind } from './weigh-intents.ts'

const mostReasons = 20
const mostFound = 50
const mostCompared = 12
const mostDriftFeatures = 20

/** Puts together what a clause asks for, once it is known which kind of thing that is. */
export function buildIntents(
  kind: IntentKind,
  clause: Clause,
  { slots, context }: { slots: ReadSlots; context: TurnContext },
): Intent[] {
  switch (kind) {
    case 'score':
    case 'decide':
    case 'suggest':
    case 'help':
    case 'greeting':
    case 'thanks':
      return [{ kind }]
    case 'reasons':
      return [readReasons(clause)]
    case 'themes':
      return slots.themes.length > 0 ? slots.themes.map((theme) => ({ kind, theme })) : [{ kind }]
    case 'featureEffect':
      return slots.features.length > 0
        ? slots.features.map((feature) => ({ kind, feature }))
        : [readReasons(clause)]
    case 'profile':
      return [{ kind, fields: [...slots.fields] }]
    case 'compare':
      return [readComparison(clause, slots, context)]
    case 'simulate':
      return [readSimulation(slots, context)]
    case 'drift':
      return [readDrift(clause, slots)]
    case 'modelQuality':
      return [readQuality(clause)]
    case 'define':
      return readDefinition(slots)
    case 'findClients':
      return [readSearch(clause)]
  }
}

function readReasons(clause: Clause): Intent {
  const raises = hasCue(clause, 'raisesRisk')
  const lowers = hasCue(clause, 'lowersRisk')
  const count = clause.quantities.find(
    ({ relation, unit, isShare, value }) =>
      relation === 'exactly' && unit === null && !isShare && value >= 1 && value <= mostReasons,
  )
  return {
    kind: 'reasons',
    ...(raises !== lowers && { direction: raises ? ('raisesRisk' as const) : ('lowersRisk' as const) }),
    ...(count && Number.isInteger(count.value) && { maxReasons: count.value }),
  }
}

function readComparison(clause: Clause, { cohort, features }: ReadSlots, context: TurnContext): Intent {
  const previous = findBefore(context, 'compare')
  const chosen = chooseCohort(clause, cohort, context)
  if (chosen === null) return { kind: 'missing', of: 'group', intent: 'compare' }
  const compared =
    features.length > 0 ? features.slice(0, mostCompared) : cohort === null ? undefined : previous?.features
  return { kind: 'compare', cohort: chosen, ...(compared && { features: [...compared] }) }
}

function chooseCohort(clause: Clause, cohort: Cohort | null, context: TurnContext): Cohort | null {
  const previous = findBefore(context, 'compare')?.cohort
  const narrows = hasCue(clause, 'amongThem') || opensWithOnly(clause)
  if (cohort?.kind === 'filter' && narrows && previous?.kind === 'filter') {
    return { kind: 'filter', filters: { ...previous.filters, ...cohort.filters } }
  }
  if (cohort) return cohort
  if (hasCue(clause, 'thisGroup', 'amongThem')) return previous ?? context.page.cohort ?? null
  if (namesUnknownGroup(clause)) return null
  return previous ?? { kind: 'all' }
}

const openings: ReadonlySet<string> = new Set([
  'et',
  'and',
  'ok',
  'oui',
  'yes',
  'avec',
  'with',
  'now',
  'maintenant',
])

/** "Seulement les mariés": said first, of the group before. */
function opensWithOnly(clause: Clause): boolean {
  const first = clause.tokens.findIndex(({ text }) => !openings.has(text))
  return listCues(clause, 'only').some(({ from }) => from === first)
}

function readSimulation({ changes }: ReadSlots, { page }: TurnContext): Intent {
  const known = changes.length > 0 ? changes : (page.changes ?? [])
  if (known.length === 0) return { kind: 'missing', of: 'change', intent: 'simulate' }
  return { kind: 'simulate', changes: [...known] as Change[] }
}

function readDrift(clause: Clause, { features }: ReadSlots): Intent {
  const named = features.slice(0, mostDriftFeatures)
  const onlyDrifted = hasCue(clause, 'onlyDrifted') && named.length === 0
  return { kind: 'drift', ...(onlyDrifted && { onlyDrifted }), ...(named.length > 0 && { features: named }) }
}

function readQuality(clause: Clause): Intent {
  const aspects = [
    ['fairness', 'fairness'],
    ['calibration', 'calibration'],
    ['auc', 'auc'],
    ['cost', 'cost'],
    ['usedFeatures', 'features'],
    ['training', 'training'],
    ['accuracy', 'accuracy'],
  ] as const
  const aspect = aspects.find(([cue]) => hasCue(clause, cue))?.[1]
  return { kind: 'modelQuality', ...(aspect && { aspect }) }
}

function readDefinition({ terms }: ReadSlots): Intent[] {
  const [first] = terms
  return first === undefined ? [{ kind: 'unknown' }] : [{ kind: 'define', term: first }]
}

function readSearch(clause: Clause): Intent {
  const { digits } = clause
  const count = clause.quantities.find(
    ({ relation, unit, value, isShare }) =>
      relation === 'exactly' && unit === null && !isShare && value >= 1 && value <= mostFound,
  )
  const isCount = count !== undefined && String(count.value) !== digits && Number.isInteger(count.value)
  return { kind: 'findClients', query: digits ?? '', ...(isCount && { limit: count.value }) }
}

/** The figure that a term names: of the client, of the model, or none. */
export function readTermAsFigure({ terms }: ReadSlots): Intent | null {
  if (terms.some((term) => clientTerms.has(term))) return { kind: 'score' }
  const aspect = terms.map((term) => modelTerms[term]).find((found) => found !== undefined)
  return aspect ? { kind: 'modelQuality', aspect } : null
}
