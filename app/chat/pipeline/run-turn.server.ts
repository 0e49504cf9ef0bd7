import type { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { isStepCount, type LanguageModel, streamText, type TextStreamPart, type ToolSet } from 'ai'
import type { Language } from '#core/contracts/language.ts'
import type { StoredTurn, TurnEvent } from '../conversation.ts'
import { createFigureStream, type FigureStream } from '../receipts/create-figure-stream.ts'
import type { AnsweredCall } from '../receipts/list-known-values.ts'
import { type AdmittedClients, findWrittenClients } from './admit-call.ts'
import { composeInstructions } from './compose-instructions.ts'
import { createToolSet, type ToolOutcome } from './create-tool-set.server.ts'
import { createPseudonyms, noPseudonyms, type Pseudonyms } from './pseudonyms.ts'
import type { PageState } from './read-page-state.ts'
import { readProviderProblem } from './read-provider-problem.ts'
import { listAnsweredCalls, toMessages } from './to-messages.ts'
import { startTurnClock, type TurnClock } from './turn-clock.ts'
import type { TurnLimits } from './turn-limits.ts'
import { untilAborted } from './until-aborted.ts'

/** A language model that may answer, and what is to be known of it. */
export interface ChosenModel {
  /** `rules`, or `provider:model`. */
  name: string
  languageModel: Exclude<LanguageModel, string>
  /** Host that questions and figures are sent to; null when nothing leaves the machine. */
  sentTo: string | null
}

export interface TurnOptions {
  turnId: string
  model: ChosenModel
  /** A client of the product's MCP server, with the rights of the person who asks. */
  tools: Client
  clientId: number
  language: Language
  question: string
  /** Search part of the page's address. */
  page: string
  /** What the page shows, as the embedded model reads it. */
  pageState: PageState
  earlier: readonly StoredTurn[]
  limits: TurnLimits
  /** Aborted when the person stops the turn or goes away. */
  signal: AbortSignal
  /** Hears of what a provider did wrong. */
  onProblem: (error: unknown) => void
}

/** Options that the embedded model of rules reads; other providers never see them. */
export const rulesProvider = 'credit-advisor'

/**
 * Answers one question: the model calls tools and writes, and every figure that it writes leaves with its receipt or
 * without one. Always ends with an `ended` event, whatever the model does; throws nothing but faults of ours.
 */
export async function* runTurn(options: TurnOptions): AsyncGenerator<TurnEvent> {
  const { turnId, model, clientId, language, question, earlier, limits, signal, onProblem } = options
  yield { type: 'started', turnId, model: model.name }
  const clock = startTurnClock(limits, signal)
  const written = findWrittenClients([...earlier.map((turn) => turn.question), question])
  const answered = listAnsweredCalls(earlier)
  const pseudonyms =
    model.sentTo === null ? noPseudonyms : createPseudonyms([clientId, ...written, ...listClients(answered)])
  const figures = createFigureStream({
    language,
    clientId,
    earlier: answered,
    reveal: pseudonyms.reveal,
  })
  const turn = createTranslator({ turnId, figures, pseudonyms })
  try {
    const parts = await openStream(options, { admitted: { open: clientId, written }, pseudonyms, clock })
    for await (const part of untilAborted(parts, clock.signal)) {
      clock.touch()
      yield* turn.translate(part, { clock, onProblem })
    }
  } catch (error) {
    if (clock.endedBy() === null) turn.fail(error, onProblem)
  } finally {
    clock.release()
  }
  yield* turn.end(clock)
}

interface StreamSurroundings {
  admitted: AdmittedClients
  pseudonyms: Pseudonyms
  clock: TurnClock
}

async function openStream(options: TurnOptions, { admitted, pseudonyms, clock }: StreamSurroundings) {
  const { model, tools, clientId, language, question, page, pageState, earlier, limits } = options
  const known = pseudonyms.conceal({ clientId, page })
  const result = streamText({
    model: model.languageModel,
    instructions: composeInstructions({ ...known, language }),
    messages: pseudonyms.conceal(toMessages(earlier, question)),
    tools: await createToolSet({ client: tools, admitted, pseudonyms, language }),
    stopWhen: isStepCount(limits.steps),
    maxOutputTokens: limits.outputTokens,
    maxRetries: 1,
    abortSignal: clock.signal,
    ...(model.sentTo === null && {
      providerOptions: { [rulesProvider]: { clientId, language, page: { ...pageState } } },
    }),
    // Errors come as parts of the stream, too.
    onError: () => {},
  })
  return result.stream
}

interface Surroundings {
  clock: TurnClock
  onProblem: (error: unknown) => void
}

/** Keeps what one turn has come to, and says each part of the model's stream in events of ours. */
function createTranslator({
  turnId,
  figures,
  pseudonyms,
}: {
  turnId: string
  figures: FigureStream
  pseudonyms: Pseudonyms
}) {
  const inputs = new Map<string, { tool: string; input: Record<string, unknown> }>()
  let hasText = false
  let isNewBlock = false
  let lastFinish = ''
  let problem: ReturnType<typeof readProviderProblem> | null = null

  const callIdOf = (toolCallId: string) => `${turnId}:${toolCallId}`
  const write = (events: TurnEvent[]): TurnEvent[] => {
    if (events.length > 0) hasText = true
    return events
  }
  const settle = (toolCallId: string, { status, text, answer }: ToolOutcome): TurnEvent => {
    const callId = callIdOf(toolCallId)
    const call = inputs.get(callId)
    // A refusal has figures, too: how few clients a group holds, how many it takes. Those of its input are a model's own.
    const known = answer ?? { refusal: withoutFiguresOf(call?.input, text) }
    if (call) figures.know({ callId, tool: call.tool, input: answer ? call.input : {}, answer: known })
    return { type: 'toolResult', callId, status, text, answer }
  }
  const fail = (error: unknown, onProblem: (error: unknown) => void) => {
    problem = readProviderProblem(error)
    onProblem(error)
  }

  function* translate(part: TextStreamPart<ToolSet>, { clock, onProblem }: Surroundings) {
    switch (part.type) {
      case 'text-start':
        isNewBlock = hasText
        break
      case 'text-delta': {
        // What one step says and what the next one does are paragraphs of their own.
        clock.spend(estimateTokens(part.text))
        const text = isNewBlock ? `\n\n${part.text}` : part.text
        isNewBlock = false
        yield* write(figures.push(text))
        break
      }
      case 'text-end':
        yield* write(figures.flush())
        break
      case 'tool-call': {
        const input = pseudonyms.reveal(toInput(part.input))
        inputs.set(callIdOf(part.toolCallId), { tool: part.toolName, input })
        yield { type: 'toolCall', callId: callIdOf(part.toolCallId), tool: part.toolName, input } as const
        break
      }
      case 'tool-result':
        yield settle(part.toolCallId, part.output as ToolOutcome)
        break
      case 'tool-error':
        yield settle(part.toolCallId, { status: 'refused', text: describeToolError(part), answer: null })
        break
      case 'finish-step':
        lastFinish = part.finishReason
        // What was written is counted already.
        clock.spend(part.usage.inputTokens ?? 0)
        break
      case 'error':
        fail(part.error, onProblem)
        break
    }
  }

  function* end(clock: TurnClock): Generator<TurnEvent> {
    yield* write(figures.flush())
    const stopped = clock.endedBy()
    if (stopped) yield { type: 'ended', reason: stopped }
    else if (problem) yield { type: 'ended', reason: 'providerError', problem }
    else if (lastFinish === 'tool-calls') yield { type: 'ended', reason: 'stepLimit' }
    else if (lastFinish === 'length') yield { type: 'ended', reason: 'tokenLimit' }
    else if (!hasText) yield { type: 'ended', reason: 'providerError', problem: 'badAnswer' }
    else yield { type: 'ended', reason: 'done' }
  }
  return { translate, fail, end }
}

/** Digits of a refusal that only repeat what was asked for are left out. */
function withoutFiguresOf(input: unknown, text: string): string {
  const asked = JSON.stringify(input ?? '')
  return text.replace(/\d+(?:[.,]\d+)?/g, (digits) => (asked.includes(digits) ? '' : digits))
}

/** Not every server says what a step has cost. */
function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4)
}

function listClients(calls: readonly AnsweredCall[]): number[] {
  const found: number[] = []
  JSON.stringify(
    calls.map(({ answer }) => answer),
    (key, child) => {
      if (/^clientId$/.test(key) && typeof child === 'number') found.push(child)
      return child
    },
  )
  return found
}

function toInput(input: unknown): Record<string, unknown> {
  return typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {}
}

function describeToolError({ toolName, error }: { toolName: string; error: unknown }): string {
  const isUnknown = error instanceof Error && error.name === 'AI_NoSuchToolError'
  return isUnknown ? `There is no tool ${toolName}.` : `${toolName} could not be called as it was asked.`
}
