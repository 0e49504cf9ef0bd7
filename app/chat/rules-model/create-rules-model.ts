import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4GenerateResult,
  LanguageModelV4Usage,
} from '@ai-sdk/provider'
import type { Vocabulary } from '#core/contracts/vocabulary.ts'
import { respond } from './respond.ts'
import { streamParts } from './stream-parts.ts'

export interface RulesModelOptions {
  /** What the data's own things are called. */
  vocabulary: Vocabulary
  /** ISO 4217, for amounts that no tool has formatted. */
  currency?: string
}

/** Rules spend no tokens. */
const usage: LanguageModelV4Usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
}

/**
 * The embedded language model: it understands questions by rules, calls the tools that they take, and answers from
 * what the tools give. A pure function of the prompt and of its own provider options (`credit-advisor`: `clientId`,
 * `language`, `page`); it needs no key and no network.
 */
export function createRulesModel({ vocabulary, currency = 'EUR' }: RulesModelOptions): LanguageModelV4 {
  const answer = (options: LanguageModelV4CallOptions) => {
    options.abortSignal?.throwIfAborted()
    const content = respond(options, { vocabulary, currency })
    return { content, finishReason: findFinishReason(content), usage, warnings: [] }
  }
  return {
    specificationVersion: 'v4',
    provider: 'credit-advisor',
    modelId: 'rules',
    supportedUrls: {},
    doGenerate: async (options): Promise<LanguageModelV4GenerateResult> => answer(options),
    doStream: async (options) => ({ stream: streamParts(answer(options), options.abortSignal) }),
  }
}

function findFinishReason(content: readonly LanguageModelV4Content[]): LanguageModelV4FinishReason {
  const isCalling = content.some(({ type }) => type === 'tool-call')
  return { unified: isCalling ? 'tool-calls' : 'stop', raw: undefined }
}
