import { z } from 'zod'

export const chatProviders = ['rules', 'anthropic', 'openai', 'mistral', 'compatible'] as const
export type ChatProvider = (typeof chatProviders)[number]

/** What the conversation reads of the environment. */
export const chatVariables = {
  CHAT_PROVIDER: z
    .enum(chatProviders, { error: `CHAT_PROVIDER must be one of ${chatProviders.join(', ')}.` })
    .default('rules'),
  CHAT_MODEL: z.string().trim().max(200).optional(),
  CHAT_API_KEY: z.string().trim().optional(),
  CHAT_BASE_URL: z
    .url({
      protocol: /^https?$/,
      error: 'CHAT_BASE_URL must be an address such as http://localhost:11434/v1.',
    })
    .optional(),
  CHAT_TURN_SECONDS: z.coerce
    .number({ error: 'CHAT_TURN_SECONDS must be a number of seconds.' })
    .min(5, 'CHAT_TURN_SECONDS must be 5 at least.')
    .max(600, 'CHAT_TURN_SECONDS must be 600 at most.')
    .default(90),
  CHAT_TURN_TOKENS: z.coerce
    .number({ error: 'CHAT_TURN_TOKENS must be a number.' })
    .int()
    .min(1_000, 'CHAT_TURN_TOKENS must be 1000 at least.')
    .default(120_000),
}

export interface ChatEnvironment {
  provider: ChatProvider
  /** The provider's own name of the model; null for the embedded rules. */
  modelName: string | null
  apiKey: string | null
  baseUrl: string | null
  turnSeconds: number
  turnTokens: number
}

type Variables = z.infer<z.ZodObject<typeof chatVariables>>

/**
 * What was set, checked as a whole: a provider is never chosen because a key happens to lie about.
 *
 * @returns What is missing, in sentences, or the environment.
 */
export function readChatEnvironment(variables: Variables): { missing: string[]; chat: ChatEnvironment } {
  const { CHAT_PROVIDER: provider, CHAT_MODEL, CHAT_API_KEY, CHAT_BASE_URL } = variables
  const missing: string[] = []
  const need = (isThere: boolean, sentence: string) => {
    if (!isThere) missing.push(sentence)
  }
  if (provider !== 'rules') need(CHAT_MODEL !== undefined, `CHAT_MODEL must name a model of ${provider}.`)
  if (provider === 'compatible')
    need(CHAT_BASE_URL !== undefined, 'CHAT_BASE_URL must say where the server is.')
  else if (provider !== 'rules')
    need(CHAT_API_KEY !== undefined, `CHAT_API_KEY must hold a key of ${provider}.`)
  const chat = {
    provider,
    modelName: CHAT_MODEL ?? null,
    apiKey: CHAT_API_KEY ?? null,
    baseUrl: CHAT_BASE_URL ?? null,
    turnSeconds: variables.CHAT_TURN_SECONDS,
    turnTokens: variables.CHAT_TURN_TOKENS,
  }
  return { missing, chat }
}
