import type { Cohort } from '#core/contracts/compare-cohort.ts'
import type { Change, Term } from '../reading.ts'
import { type Clause, listCues } from '../slots/clause.ts'
import type { Token } from '../text/token.ts'
import type { Cue } from '../words/cue-words.ts'
import { fillers } from '../words/ordinary-words.ts'
import { clientTerms } from '../words/term-words.ts'
import { listsClients } from './lists-clients.ts'

/** What a clause can ask for. */
export type IntentKind =
  | 'score'
  | 'decide'
  | 'reasons'
  | 'themes'
  | 'featureEffect'
  | 'profile'
  | 'compare'
  | 'simulate'
  | 'suggest'
  | 'drift'
  | 'modelQuality'
  | 'define'
  | 'findClients'
  | 'help'
  | 'greeting'
  | 'thanks'

/** What was found in a clause for each slot. */
export interface Slots {
  cohort: Cohort | null
  changes: readonly Change[]
  /** By catalogue name, fields included. */
  features: readonly string[]
  /** Whether one of them is a field of the client's description. */
  hasField: boolean
  themes: readonly string[]
  terms: readonly Term[]
}

/** How far each cue speaks for each intent. */
const cueWeights: Readonly<Partial<Record<Cue, Readonly<Partial<Record<IntentKind, number>>>>>> = {
  score: { score: 2.2 },
  threshold: { score: 3.2 },
  decide: { decide: 4 },
  why: { reasons: 4.5 },
  explain: { reasons: 3, define: 1 },
  reason: { reasons: 3 },
  raisesRisk: { reasons: 2.4 },
  lowersRisk: { reasons: 2 },
  effect: { reasons: 2.4 },
  theme: { themes: 3.2 },
  compare: { compare: 3 },
  standing: { compare: 2.6 },
  difference: { compare: 2.2 },
  similar: { compare: 3 },
  everyone: { compare: 0.8 },
  thisGroup: { compare: 2 },
  group: { compare: 1 },
  defaultRate: { compare: 3 },
  howMany: { compare: 1 },
  ifWord: { simulate: 1.5 },
  simulate: { simulate: 2.4 },
  yields: { simulate: 1.6 },
  suggest: { suggest: 4.6 },
  drift: { drift: 5.5 },
  model: { modelQuality: 1.6 },
  quality: { modelQuality: 1.2 },
  auc: { modelQuality: 3 },
  accuracy: { modelQuality: 2 },
  cost: { modelQuality: 2 },
  calibration: { modelQuality: 3 },
  fairness: { modelQuality: 3 },
  training: { modelQuality: 1.6 },
  usedFeatures: { modelQuality: 2.2 },
  find: { findClients: 1.2 },
  startsWith: { findClients: 3.2 },
  profile: { profile: 2.1 },
  asksFact: { profile: 0.8 },
  question: { profile: 0.6 },
  help: { help: 3 },
  greeting: { greeting: 1 },
  thanks: { thanks: 1 },
}

/** Beside none of these, "explique" may ask for the explanation of anything under the sun. */
const cuesOfScore: readonly Cue[] = [
  'score',
  'threshold',
  'reason',
  'why',
  'raisesRisk',
  'lowersRisk',
  'theme',
  'thisClient',
  'clientWord',
]

/** Tokens of a clause that says nothing beside its cue. */
const shortest = 3

export type Weights = Record<IntentKind, number>

/** Sums up what speaks for each intent: the cues, and what the slots hold. */
export function weighIntents(clause: Clause, slots: Slots): Weights {
  const weights = { ...nothing }
  const cues = new Set(
    clause.mentions.flatMap(({ concept }) => (concept.kind === 'cue' ? [concept.cue] : [])),
  )
  for (const cue of cues) {
    for (const [kind, weight] of Object.entries(cueWeights[cue] ?? {})) weights[kind as IntentKind] += weight
  }
  addSlots(weights, clause, { slots, cues })
  // "Les demandes diffèrent-elles de celles de l'entraînement ?"
  if (cues.has('training') && (cues.has('difference') || cues.has('similar'))) weights.drift += 5.5
  if (slots.changes.length > 0) weights.suggest -= 1.5
  if (cues.has('thisClient') && !cues.has('auc')) weights.modelQuality -= 1
  addFind(weights, clause, cues)
  addDefine(weights, clause, slots, cues)
  if (cues.has('explain') && !cuesOfScore.some((cue) => cues.has(cue)) && clause.unknownWords > 0)
    weights.reasons -= 2
  // Alone it is a call for help; in a sentence it is one among other words.
  if (cues.has('help') && clause.tokens.length <= shortest) weights.help += 3
  const offSubject = cues.has('elsewhere') ? 6 : cues.has('outside') ? 2 : 0
  for (const kind of Object.keys(weights) as IntentKind[]) weights[kind] -= offSubject
  return weights
}

const nothing: Readonly<Weights> = {
  score: 0,
  decide: 0,
  reasons: 0,
  themes: 0,
  featureEffect: 0,
  profile: 0,
  compare: 0,
  simulate: 0,
  suggest: 0,
  drift: 0,
  modelQuality: 0,
  define: 0,
  findClients: 0,
  help: 0,
  greeting: 0,
  thanks: 0,
}

function addSlots(
  weights: Weights,
  clause: Clause,
  { slots, cues }: { slots: Slots; cues: ReadonlySet<Cue> },
): void {
  const { cohort, changes, features, hasField, themes } = slots
  const asksForEffect =
    cues.has('effect') || cues.has('raisesRisk') || cues.has('lowersRisk') || cues.has('why')
  if (cohort?.kind === 'filter') weights.compare += 2.4
  if (cohort?.kind === 'all' && (cues.has('compare') || cues.has('standing') || cues.has('defaultRate')))
    weights.compare += 1.5
  if (cues.has('defaultRate') && cohort) weights.compare += 2
  if (changes.length > 0) weights.simulate += weighChanges(clause, changes, cues)
  if (features.length > 0) {
    weights.featureEffect += asksForEffect ? 5.2 : 0.4
    if (hasField) weights.profile += 1.6
    else weights.featureEffect += 1.8
  }
  if (themes.length > 0) weights.themes += asksForEffect ? 5.4 : 2.1
}

/** Verbs that suppose: the French conditional, English auxiliaries. */
const supposing = /^(?:would|were|\p{L}{2,}(?:rait|raient|rais))$/u

/** Whether a clause says what would be. */
export function speaksOfSupposition({ tokens }: Pick<Clause, 'tokens'>): boolean {
  return tokens.some(({ text }) => supposing.test(text))
}

function weighChanges({ tokens }: Clause, changes: readonly Change[], cues: ReadonlySet<Cue>): number {
  if (cues.has('ifWord') || cues.has('simulate') || cues.has('yields') || speaksOfSupposition({ tokens }))
    return 6.5
  return changes.some((change) => 'byShare' in change || 'by' in change) ? 3.4 : 2.6
}

/** "Où se trouve ce client ?" looks for nobody. */
function looksForClients(clause: Clause): boolean {
  return listCues(clause, 'find').some(({ from }) => clause.tokens[from - 1]?.text !== 'se')
}

function addFind(weights: Weights, clause: Clause, cues: ReadonlySet<Cue>): void {
  if (
    looksForClients(clause) &&
    !cues.has('similar') &&
    !cues.has('compare') &&
    (clause.digits !== null || clause.clientIds.length > 0)
  )
    weights.findClients += 3.2
  if (listsClients(clause)) weights.findClients += 3.2
  if (cues.has('startsWith') && clause.digits === null) weights.findClients -= 3.2
}

/** "What is a score?" asks for the meaning, "what is his score?" and "what is the score?" for the figure. */
function addDefine(weights: Weights, clause: Clause, { terms }: Slots, cues: ReadonlySet<Cue>): void {
  if (terms.length === 0) return
  const isOwn = ofClient(clause)
  // "Je ne comprends pas pourquoi il est en classe D" asks for reasons.
  if (cues.has('why') && !asksWhatItIs(clause)) return
  const asksHow = cues.has('how') && cues.has('computed')
  if (asksHow && isOwn) weights.reasons += 3
  else if (cues.has('difference')) weights.define += 6.5
  else if (cues.has('define') || asksHow || asksWhatItIs(clause)) weights.define += isOwn ? 0.5 : 6.5
  else if (!isOwn && explainsMethod(clause)) weights.define += 6.5
  else if (cues.has('explain') && !isOwn && terms.some((term) => !clientTerms.has(term))) weights.define += 4
}

const methods: ReadonlySet<string> = new Set(['shap', 'shapley'])

/** "Explain SHAP", "explique-moi les valeurs de Shapley"; "explain the contributions" asks for the client's. */
function explainsMethod({ tokens, mentions }: Clause): boolean {
  return mentions.some(({ concept, from, to }) => {
    if (concept.kind !== 'term' || !tokens.slice(from, to).some(({ text }) => methods.has(text))) return false
    return mentions.some(
      (other) =>
        other.concept.kind === 'cue' &&
        other.concept.cue === 'explain' &&
        other.to <= from &&
        tokens.slice(other.to, from).every(({ kind, text }) => kind === 'mark' || fillers.has(text)),
    )
  })
}

function isVerb(token: Token | undefined): boolean {
  return token?.text === 'is' || token?.text === 'are'
}

/** "What is drift?": the term right after the verb. */
function asksWhatItIs({ tokens, mentions }: Clause): boolean {
  return mentions.some(
    ({ concept, from, to }) =>
      concept.kind === 'term' &&
      ((isVerb(tokens[from - 1]) && tokens[from - 2]?.text === 'what') ||
        (tokens[from - 1]?.text === 'what' && isVerb(tokens[to]))),
  )
}

const possessives: ReadonlySet<string> = new Set([
  'son',
  'sa',
  'ses',
  'his',
  'her',
  'their',
  'leur',
  'mon',
  'ma',
])

/** Whether the clause speaks of a term as the client's own: "son score", "le score de ce client". */
function ofClient({ tokens, mentions, clientIds }: Clause): boolean {
  if (clientIds.length > 0) return true
  if (mentions.some(({ concept }) => concept.kind === 'cue' && concept.cue === 'thisClient')) return true
  return mentions.some(
    ({ concept, from }) => concept.kind === 'term' && possessives.has(tokens[from - 1]?.text ?? ''),
  )
}
