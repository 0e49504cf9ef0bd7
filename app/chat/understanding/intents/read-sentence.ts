import { findMentions } from '../lexicon/find-mentions.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Intent } from '../reading.ts'
import { readClause } from '../slots/read-clause.ts'
import type { Token } from '../text/token.ts'
import { type ClauseReading, readClauseIntents } from './read-clause-intents.ts'
import { listSplits, type Split } from './split-clauses.ts'
import type { TurnContext } from './turn-context.ts'
import { speaksOfSupposition } from './weigh-intents.ts'

/**
 * What a sentence asks for: one thing, or two where it is cut at a conjunction and each side asks for another in its own
 * words ("Quel est son score et pourquoi ?").
 */
export function readSentence(
  tokens: readonly Token[],
  lexicon: Lexicon,
  context: TurnContext,
): ClauseReading {
  return readParts(tokens, lexicon, { context, mostParts: mostQuestions })
}

/** More than so many questions in a sentence, or conjunctions to cut it at, and it is no question but a text. */
const mostQuestions = 4
const mostSplits = 6

function readParts(
  tokens: readonly Token[],
  lexicon: Lexicon,
  { context, mostParts }: { context: TurnContext; mostParts: number },
): ClauseReading {
  const { mentions, quantities } = readClause(tokens, lexicon)
  const names = mentions.filter(({ concept }) => concept.kind !== 'cue' && concept.kind !== 'term')
  // "Entre 30 et 40 ans" is cut no more than "famille et amis".
  const wholes = [...names, ...quantities]
  for (const split of mostParts > 1 ? listSplits(tokens).slice(0, mostSplits) : []) {
    const at = split.left.length
    if (wholes.some(({ from, to }) => from < at && at < to)) continue
    const left = readClauseIntents(readClause(split.left, lexicon, followsWhatIf(context)), context)
    if (!asksItself(left) && !isGroupOfSequence(left, split)) continue
    const right = readParts(split.right, lexicon, {
      context: { ...context, before: left.intents },
      mostParts: mostParts - 1,
    })
    const isWhatIf = opensWhatIf(split, lexicon) && right.intents.every(({ kind }) => kind === 'simulate')
    const isNextGroup = areTwoGroups(left, right, split)
    if (!asksItself(right) && !isWhatIf && !isNextGroup) continue
    if (!standsApart(left.intents, right.intents, split) && !isNextGroup && !isWhatIf) continue
    return {
      intents: [...left.intents, ...right.intents],
      isExplicit: true,
      supposes: right.supposes,
      cohort: right.cohort ?? left.cohort,
      clientIds: [...left.clientIds, ...right.clientIds],
    }
  }
  return readClauseIntents(readClause(tokens, lexicon, followsWhatIf(context)), context)
}

function followsWhatIf({ before }: TurnContext): boolean {
  return before.at(-1)?.kind === 'simulate'
}

/**
 * "Avec tous les clients et avec les similaires", "aux retraités puis aux salariés": two comparisons, one after the other
 * or each with a group of its own kind. "Aux retraités et aux salariés" is one group.
 */
function areTwoGroups(
  { intents: [one], cohort: first }: ClauseReading,
  { intents: [other], cohort: second }: ClauseReading,
  { joint, right }: Split,
): boolean {
  if (one?.kind !== 'compare' || other?.kind !== 'compare' || first === null || second === null) return false
  return first.kind !== second.kind || sequels.has(joint) || sequels.has(right[0]?.text ?? '')
}

const sequels: ReadonlySet<string> = new Set(['puis', 'then', 'ensuite'])

/** "… puis aux retraités puis aux salariés". */
function isGroupOfSequence({ intents: [one], cohort }: ClauseReading, { joint }: Split): boolean {
  return one?.kind === 'compare' && cohort !== null && sequels.has(joint)
}

/** "Why was it refused, and what if he borrowed less?", which is another question; "…, if he borrowed less?" is not. */
function opensWhatIf({ joint, left, right }: Split, lexicon: Lexicon): boolean {
  const opening = findMentions(right, lexicon).some(
    ({ concept, from }) =>
      from === 0 && concept.kind === 'cue' && (concept.cue === 'ifWord' || concept.cue === 'yields'),
  )
  if (!opening || speaksOfSupposition({ tokens: left })) return false
  return joint !== ',' || right[0]?.text === 'what'
}

function asksItself({ intents, isExplicit }: ClauseReading): boolean {
  return isExplicit && intents.length > 0 && intents.every(({ kind }) => !small.has(kind))
}

const small: ReadonlySet<Intent['kind']> = new Set<Intent['kind']>([
  'unknown',
  'missing',
  'help',
  'greeting',
  'thanks',
])

/** What the other side asks of the same thing: "s'il empruntait moins, quel serait le score ?" is one question. */
const within: Readonly<Partial<Record<Intent['kind'], readonly Intent['kind'][]>>> = {
  simulate: ['score', 'decide', 'suggest', 'reasons', 'featureEffect', 'profile'],
  compare: ['profile', 'featureEffect'],
  suggest: ['score', 'decide', 'simulate', 'reasons', 'featureEffect'],
  drift: ['modelQuality', 'featureEffect', 'profile', 'compare'],
  reasons: ['featureEffect', 'themes'],
  featureEffect: ['reasons', 'themes', 'score', 'featureEffect'],
  define: ['score', 'define', 'reasons'],
  modelQuality: ['score', 'featureEffect', 'reasons'],
  findClients: ['profile', 'score'],
}
/** And the other way round. */
const before: Readonly<Partial<Record<Intent['kind'], readonly Intent['kind'][]>>> = {
  profile: ['featureEffect', 'reasons', 'simulate', 'suggest', 'compare', 'drift'],
  decide: ['simulate'],
  score: ['modelQuality'],
  modelQuality: ['drift'],
}

const conditions: ReadonlySet<Intent['kind']> = new Set<Intent['kind']>(['compare', 'simulate'])

function standsApart(left: readonly Intent[], right: readonly Intent[], { joint }: Split): boolean {
  // A comma joins a condition to its question more often than two questions.
  const isCondition = [left.at(-1), right[0]].some((intent) => intent && conditions.has(intent.kind))
  if (joint === ',' && isCondition) return false
  return left.every((one) =>
    right.every((other) => {
      if (one.kind === other.kind) return false
      if (within[one.kind]?.includes(other.kind) || before[one.kind]?.includes(other.kind)) return false
      return true
    }),
  )
}
