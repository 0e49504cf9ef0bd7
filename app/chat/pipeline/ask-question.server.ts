import { randomUUID } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import type { Language } from '#core/contracts/language.ts'
import type { Vocabulary } from '#core/contracts/vocabulary.ts'
import { getCategoryLabels, getVocabulary } from '../../advisor.server.ts'
import { groupCategoryFields } from '../../client-page/client-page-query.ts'
import { requireConversation } from '../../conversation.server.ts'
import { env } from '../../env.server.ts'
import type { TurnEvent } from '../conversation.ts'
import { createRulesModel } from '../rules-model/create-rules-model.ts'
import { suggestQuestions } from '../rules-model/suggest-questions.ts'
import { readQuestion } from '../understanding/read-question.ts'
import { chooseModel } from './choose-model.server.ts'
import { readPageState } from './read-page-state.ts'
import { type ChosenModel, runTurn } from './run-turn.server.ts'
import { streamEvents } from './stream-events.ts'
import { readAnswer } from './to-messages.ts'
import { defaultLimits } from './turn-limits.ts'
import { parseTurn } from './view-conversation.server.ts'

/** Earlier turns that a question is read with. */
const recentTurns = 10

const limits = { ...defaultLimits, totalMs: env.chat.turnSeconds * 1_000, tokens: env.chat.turnTokens }

export interface Question {
  clientId: number
  language: Language
  question: string
  /** Search part of the page's address. */
  page: string
  /** Aborted when the person stops the turn or goes away. */
  signal: AbortSignal
}

const provider = chooseModel(env.chat)

/** What is to be known of who answers: the provider that the environment names, else the embedded model of rules. */
export function describeTurnModel(): Pick<ChosenModel, 'name' | 'sentTo'> {
  return provider ?? { name: 'rules', sentTo: null }
}

function chooseTurnModel(vocabulary: Vocabulary): ChosenModel {
  if (provider) return provider
  return { ...describeTurnModel(), languageModel: createRulesModel({ vocabulary, currency: env.currency }) }
}

/** Answers a question about a client in events, a line of JSON each, and keeps the turn in the person's history. */
export async function askQuestion(
  context: AppLoadContext,
  { clientId, language, question, page, signal }: Question,
): Promise<ReadableStream<Uint8Array>> {
  const { history, connectTools } = requireConversation(context)
  const vocabulary = await getVocabulary(context)
  const model = chooseTurnModel(vocabulary)
  const earlier = history.list({ clientId, limit: recentTurns }).map(parseTurn)
  const turnId = randomUUID()
  const askedAt = new Date().toISOString()
  const tools = await connectTools()
  const labels = await getCategoryLabels(context, language, groupCategoryFields)
  const pageState = readPageState(page, labels)
  const turn = { turnId, model, tools, clientId, language, question, page, pageState, earlier, limits }
  const keep = (events: TurnEvent[]) => {
    const answer = readAnswer({ events })
    history.keep({ turnId, clientId, question, askedAt, events: JSON.stringify(events), answer })
  }
  return streamEvents({
    run: (ended) =>
      addSuggestions(runTurn({ ...turn, signal: ended, onProblem: logProblem }), () => {
        const turns = [...earlier.map((before) => before.question), question]
        const reading = readQuestion({ turns, clientId, language, page: pageState, vocabulary })
        return suggestQuestions({ reading, language: reading.language })
      }),
    signal,
    onEnd(events) {
      tools.close().catch(console.error)
      keep(events)
    },
    onUnexpected: console.error,
  })
}

/** What may be asked next stands before the end of a turn that was answered, whoever answered. */
async function* addSuggestions(
  events: AsyncIterable<TurnEvent>,
  suggest: () => string[],
): AsyncGenerator<TurnEvent> {
  for await (const event of events) {
    if (event.type === 'ended' && event.reason === 'done') {
      yield { type: 'suggestions', questions: suggest() }
    }
    yield event
  }
}

/** What a provider said may repeat what it was asked: its kind and status are enough. */
function logProblem(error: unknown): void {
  const { name, statusCode } = error as { name?: string; statusCode?: number }
  console.error(
    `The language model failed: ${name ?? 'unknown error'}${statusCode ? `, status ${statusCode}` : ''}.`,
  )
}
