import { z } from 'zod'

/** Where a figure comes from: a value of the answer that a call gave. */
export const receiptSchema = z.object({
  callId: z.string(),
  /** JSON pointer (RFC 6901) into the call's answer; into its input where it starts with `/input`. */
  path: z.string(),
  value: z.union([z.number(), z.string()]),
  /** What the value is, in the language of the turn. */
  label: z.string(),
})
export type Receipt = z.infer<typeof receiptSchema>

/** Why a turn came to its end. */
export const turnEndSchema = z.enum([
  'done',
  'stopped',
  'timeLimit',
  'tokenLimit',
  'stepLimit',
  'providerError',
  'failed',
])
export type TurnEnd = z.infer<typeof turnEndSchema>

/** What a provider did wrong, as far as a person can act on it. */
export const providerProblemSchema = z.enum([
  'keyRefused',
  'rateLimited',
  'unreachable',
  'brokenOff',
  'badAnswer',
])
export type ProviderProblem = z.infer<typeof providerProblemSchema>

/** What happens in one turn, in order: streamed as a line of JSON each, and kept as the history. */
export const turnEventSchema = z.discriminatedUnion('type', [
  /** `model` is `rules`, or `provider:model`. */
  z.object({ type: z.literal('started'), turnId: z.string(), model: z.string() }),
  z.object({
    type: z.literal('toolCall'),
    callId: z.string(),
    tool: z.string(),
    input: z.record(z.string(), z.unknown()),
  }),
  z.object({
    type: z.literal('toolResult'),
    callId: z.string(),
    status: z.enum(['answered', 'refused']),
    text: z.string(),
    answer: z.record(z.string(), z.unknown()).nullable(),
  }),
  /** Words without a figure. Markup: blank lines, `- ` lists and `**strong**`, nothing else. */
  z.object({ type: z.literal('text'), text: z.string() }),
  /** A figure. Without a receipt no answer of a tool holds it: it is flagged and never shown as a fact. */
  z.object({ type: z.literal('figure'), text: z.string(), receipt: receiptSchema.nullable() }),
  /** Questions that suggest themselves next. */
  z.object({ type: z.literal('suggestions'), questions: z.array(z.string()) }),
  z.object({
    type: z.literal('ended'),
    reason: turnEndSchema,
    problem: providerProblemSchema.optional(),
  }),
])
export type TurnEvent = z.infer<typeof turnEventSchema>

/** A question with all that came of it. */
export interface StoredTurn {
  turnId: string
  question: string
  /** Moment in ISO 8601. */
  askedAt: string
  events: TurnEvent[]
}

/** What the pane opens with. */
export interface ConversationView {
  /** Oldest first. */
  turns: StoredTurn[]
  /** Whether older turns are kept than those here. */
  hasOlderTurns: boolean
  model: {
    /** `rules`, or `provider:model`. */
    name: string
    /** Host that questions and figures are sent to; null when nothing leaves the machine. */
    sentTo: string | null
  }
}

/** A turn that a search found. */
export interface FoundTurn {
  turnId: string
  clientId: number
  question: string
  askedAt: string
  /** A passage of the answer round what was found. */
  excerpt: string
}
