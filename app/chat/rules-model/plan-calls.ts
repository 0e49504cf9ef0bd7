import { clientProfileSchema } from '#core/contracts/client-profile.ts'
import type { Language } from '#core/contracts/language.ts'
import type { Intent, Reading } from '../understanding/reading.ts'
import { type Call, type CallContext, toCalls } from '../understanding/to-calls.ts'
import type { CallResult } from './answer-context.ts'

/** A call as the conversation makes it: resources are read by a tool, too. */
export type PlannedCall = Pick<CallResult, 'tool' | 'input'>

/** Everything that is said of the model's quality stands in its evaluation, in figures rather than in prose. */
const evaluation: Call = { kind: 'resource', uri: 'model://evaluation' }

/** As many as the tool names. */
const everyReason = 20

/** The calls that a question still takes: none when all that it takes is there. */
export function planCalls(
  reading: Reading,
  results: readonly CallResult[],
  clientId: number | null,
): PlannedCall[] {
  const known = new Set(results.map(keyOf))
  const intents = reading.intents.map(widen)
  const calls = toCalls({ ...reading, intents }, readContext(results, clientId))
  const rest = calls.filter((call) => call.kind === 'tool' || !isAboutModel(call.uri))
  const asked = rest.length < calls.length ? [...rest, evaluation] : rest
  return asked.map(toPlanned).filter((call) => !known.has(keyOf(call)))
}

/** The strongest reasons may all go one way: who asks for the other way wants those behind them. */
function widen(intent: Intent): Intent {
  const isOneWay = intent.kind === 'reasons' && intent.direction && intent.maxReasons === undefined
  return isOneWay ? { ...intent, maxReasons: everyReason } : intent
}

export interface ResultsOptions {
  clientId: number | null
  language: Language
}

/** What the calls that one intent takes came to; one explanation of a client serves all intents that take one. */
export function resultsOf(
  intent: Intent,
  results: readonly CallResult[],
  { clientId, language }: ResultsOptions,
): CallResult[] {
  const calls =
    intent.kind === 'modelQuality'
      ? [evaluation]
      : toCalls({ language, intents: [intent] }, readContext(results, clientId))
  const planned = calls.map(toPlanned)
  return results.filter((result) => planned.some((call) => serves(result, call)))
}

function serves(result: CallResult, call: PlannedCall): boolean {
  if (keyOf(result) === keyOf(call)) return true
  return (
    call.tool === 'explainClient' &&
    result.tool === call.tool &&
    result.input.clientId === call.input.clientId
  )
}

function isAboutModel(uri: string): boolean {
  return !uri.startsWith('client:')
}

function toPlanned(call: Call): PlannedCall {
  return call.kind === 'tool'
    ? { tool: call.tool, input: { ...call.args } }
    : { tool: 'readResource', input: { uri: call.uri } }
}

/** The amounts that were read so far: what a change by a share is a share of. */
function readContext(results: readonly CallResult[], clientId: number | null): CallContext {
  const profiles = results.flatMap(({ tool, answer }) => {
    const parsed = tool === 'readResource' ? clientProfileSchema.safeParse(answer) : null
    return parsed?.success ? [parsed.data] : []
  })
  return { clientId, amounts: new Map(profiles.map((profile) => [profile.clientId, profile])) }
}

/** The same for calls of the same tool with the same input, whatever the order of its fields. */
function keyOf({ tool, input }: PlannedCall): string {
  return `${tool} ${stringify(input)}`
}

function stringify(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stringify).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  const sorted = fields.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, field]) => `${JSON.stringify(key)}:${stringify(field)}`).join()}}`
}
