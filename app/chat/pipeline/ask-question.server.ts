import { randomUUID } from 'node:crypto'
import { type AppLoadContext, data } from '@remix-run/node'
import type { Language } from '#core/contracts/language.ts'
import type { Vocabulary } from '#core/contracts/vocabulary.ts'
import { requirePerson } from '../../access.server.ts'
import { getCategoryLabels, getVocabulary } from '../../advisor.server.ts'
import { groupCategoryFields } from '../../client-page/client-page-query.ts'
import { requireConversation } from '../../conversation.server.ts'
import { env } from '../../env.server.ts'
import type { TurnEvent } from '../conversation.ts'
import { createRulesModel } from '../rules-model/create-rules-model.ts'
import { suggestQuestions } from '../rules-model/suggest-questions.ts'
import { readQuestion } from '../understanding/read-question.ts'
import { admitTurn } from './admit-turn.ts'
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

/**
 * Answers a question about a client in events, a line of JSON each, and keeps the turn in the person's history.
 *
 * @throws an answer with status 429 when too many of the person's turns are under way.
 */
export async function askQuestion(
  context: AppLoadContext,
  asked: Question,
): Promise<ReadableStream<Uint8Array>> {
  const release = admitTurn(requirePerson(context).userId)
  if (!release) throw data(null, { status: 429, headers: { 'Retry-After': '5' } })
  try {
    const { turn, suggest, keep } = await prepareTurn(context, asked)
    const stop = new AbortController()
    const { gone } = requireConversation(context)
    if (gone.aborted) stop.abort()
    gone.addEventListener('abort', () => stop.abort(), { once: true })
    return streamEvents({
      async *run() {
        try {
          yield* addSuggestions(runTurn({ ...turn, signal: stop.signal }), suggest)
        } finally {
          release()
          turn.tools.close().catch(console.error)
        }
      },
      stop: () => stop.abort(),
      onEnd: keep,
      onUnexpected: console.error,
    })
  } catch (error) {
    release()
    throw error
  }
}

async function prepareTurn(context: AppLoadContext, { clientId, language, question, page }: Question) {
  const { history, connectTools } = requireConversation(context)
  const vocabulary = await getVocabulary(context)
  const labels = await getCategoryLabels(context, language, groupCategoryFields)
  const pageState = readPageState(page, labels)
  const earlier = history.list({ clientId, limit: recentTurns }).map(parseTurn)
  const turnId = randomUUID()
  const askedAt = new Date().toISOString()
  const turn = {
    ...{ turnId, clientId, language, question, page, pageState, earlier, limits },
    model: chooseTurnModel(vocabulary),
    tools: await connectTools(),
    onProblem: logProblem,
  }
  const suggest = () => {
    const turns = [...earlier.map((before) => before.question), question]
    const reading = readQuestion({ turns, clientId, language, page: pageState, vocabulary })
    return suggestQuestions({ reading, language: reading.language })
  }
  const keep = (events: TurnEvent[]) => {
    const answer = readAnswer({ events })
    history.keep({ turnId, clientId, question, askedAt, events: JSON.stringify(events), answer })
  }
  return { turn, suggest, keep }
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
