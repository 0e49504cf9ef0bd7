import type { Cohort } from '#core/contracts/compare-cohort.ts'
import type { Language } from '#core/contracts/language.ts'
import type { Vocabulary } from '#core/contracts/vocabulary.ts'
import { type ClauseReading, isAboutClient } from './intents/read-clause-intents.ts'
import { readSentence } from './intents/read-sentence.ts'
import { splitSentences } from './intents/split-clauses.ts'
import type { TurnContext } from './intents/turn-context.ts'
import { findMentions } from './lexicon/find-mentions.ts'
import { getLexicon, type Lexicon } from './lexicon/lexicon.ts'
import type { Change, Intent, Reading } from './reading.ts'
import { hasCue } from './slots/clause.ts'
import { correctTyping } from './text/correct-typing.ts'
import { detectLanguage } from './text/detect-language.ts'
import { readNumberWords } from './text/read-number-words.ts'
import type { Token } from './text/token.ts'
import { tokenise } from './text/tokenise.ts'

export interface Question {
  /** The person's questions so far, the one to read last. */
  turns: readonly string[]
  /** The client whose page is open. */
  clientId: number | null
  /** Of the page. */
  language: Language
  /** What the open page shows: the group compared with, the what-if on trial. */
  page?: { cohort?: Cohort; changes?: Change[] }
  vocabulary: Vocabulary
}

/** Turns further back than this no longer tell what a follow-up means. */
const remembered = 12
/** Longer questions are read up to here: as long as the conversation takes them. */
const longestQuestion = 1_000

/**
 * Reads what a question asks for, in French or English, slips of the keyboard and follow-ups included. Never throws: what
 * is not understood is `unknown`. Text that would steer the assistant is read as what it is: no question.
 */
export function readQuestion({ turns, clientId, language, page = {}, vocabulary }: Question): Reading {
  const lexicon = getLexicon(vocabulary)
  let before: Intent[] = []
  let reading: Reading = { language, intents: [{ kind: 'unknown' }] }
  for (const turn of turns.slice(-remembered)) {
    const context: TurnContext = { before, page }
    reading = readTurn(turn.slice(0, longestQuestion), lexicon, { context, language })
    const followable = reading.intents.filter(({ kind }) => !passing.has(kind))
    if (followable.length > 0) before = followable
  }
  return { ...reading, intents: clientId === null ? askForClient(reading.intents) : reading.intents }
}

/** Said in passing: the question before is still the one that a follow-up means. */
const passing: ReadonlySet<Intent['kind']> = new Set<Intent['kind']>([
  'unknown',
  'greeting',
  'thanks',
  'help',
])

interface TurnOptions {
  context: TurnContext
  language: Language
}

function readTurn(text: string, lexicon: Lexicon, { context, language }: TurnOptions): Reading {
  const typed = tokenise(text)
  const tokens = readNumberWords(correctTyping(typed, lexicon))
  const all = { mentions: findMentions(tokens, lexicon) }
  if (hasCue(all, 'steering'))
    return { language: detectLanguage(typed) ?? language, intents: [{ kind: 'unknown' }] }
  const asked = chooseLanguage(all) ?? detectLanguage(typed) ?? language
  const { intents, clientIds } = readSentences(splitSentences(tokens), lexicon, context)
  const saysThisClient = hasCue(all, 'thisClient')
  const named = inheritClient(intents, context, { saysThisClient, clientIds })
  return { language: asked, intents: keepEssential(named) }
}

/** The language that is asked for in so many words. */
function chooseLanguage(all: Parameters<typeof hasCue>[0]): Language | null {
  if (hasCue(all, 'inEnglish')) return 'en'
  return hasCue(all, 'inFrench') ? 'fr' : null
}

interface TurnReading {
  intents: Intent[]
  clientIds: number[]
}

function readSentences(sentences: readonly Token[][], lexicon: Lexicon, context: TurnContext): TurnReading {
  let before = context.before
  const readings = sentences.map((tokens): ClauseReading => {
    const reading = readSentence(tokens, lexicon, { ...context, before })
    if (reading.intents.length > 0) before = reading.intents
    return reading
  })
  // "Ce client est retraité. Quel est son score ?": the first tells, the second asks.
  const asksSomething = readings.some(
    ({ intents, isExplicit }) => isExplicit && intents.some(({ kind }) => !passing.has(kind)),
  )
  const asked = readings.flatMap(({ intents, isExplicit, supposes }) =>
    isExplicit || supposes || !asksSomething ? intents : [],
  )
  // "Il accepterait 48 mois. Nouveau score ?": the score is that of the what-if.
  const whatIf = asked.findIndex(({ kind }) => kind === 'simulate')
  const intents = asked.filter(
    ({ kind }, index) => whatIf === -1 || index < whatIf || (kind !== 'score' && kind !== 'decide'),
  )
  return { intents, clientIds: readings.flatMap(({ clientIds }) => clientIds) }
}

/**
 * "Et pourquoi ?" after a question about another client is still about that one, and so is the second half of "donne le
 * score du client 100234 et compare-le".
 */
function inheritClient(
  intents: readonly Intent[],
  { before }: TurnContext,
  { saysThisClient, clientIds }: { saysThisClient: boolean; clientIds: readonly number[] },
): Intent[] {
  // "Score et raisons du client 100234", "J'ai le client 100234. Quel est son score ?": wherever the number stands.
  let subject = saysThisClient ? undefined : (findFirstClient(intents) ?? clientIds[0] ?? findClient(before))
  return intents.map((intent) => {
    if (!isAboutClient(intent)) return intent
    subject = intent.clientId ?? subject
    return subject === undefined ? intent : { ...intent, clientId: subject }
  })
}

function findFirstClient(intents: readonly Intent[]): number | undefined {
  const named = intents.flatMap((intent) =>
    isAboutClient(intent) && intent.clientId !== undefined ? [intent.clientId] : [],
  )
  return named[0]
}

function findClient(intents: readonly Intent[]): number | undefined {
  const last = intents.findLast((intent) => isAboutClient(intent) && intent.clientId !== undefined)
  return last && isAboutClient(last) ? last.clientId : undefined
}

/** Without repetitions; courtesies only where nothing else is said. */
function keepEssential(intents: readonly Intent[]): Intent[] {
  const unique = intents.filter(
    (intent, index) =>
      intents.findIndex((other) => JSON.stringify(other) === JSON.stringify(intent)) === index,
  )
  const essential = unique.filter(({ kind }) => !passing.has(kind))
  if (essential.length > 0) return essential
  const help = unique.filter(({ kind }) => kind === 'help')
  if (help.length > 0) return help
  return unique.length > 0 ? unique.slice(0, 1) : [{ kind: 'unknown' }]
}

function askForClient(intents: readonly Intent[]): Intent[] {
  return intents.map((intent) =>
    isAboutClient(intent) && intent.clientId === undefined
      ? { kind: 'missing', of: 'client', intent: intent.kind }
      : intent,
  )
}
