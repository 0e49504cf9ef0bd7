import { createAnthropic } from '@ai-sdk/anthropic'
import { createMistral } from '@ai-sdk/mistral'
import { createOpenAI } from '@ai-sdk/openai'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import type { ChatEnvironment } from './chat-environment.ts'
import type { ChosenModel } from './run-turn.server.ts'

const hosts = { anthropic: 'api.anthropic.com', openai: 'api.openai.com', mistral: 'api.mistral.ai' }

/**
 * The language model that the environment names; null where the embedded model of rules answers.
 * All of them speak the same interface of the AI SDK.
 */
export function chooseModel({ provider, modelName, apiKey, baseUrl }: ChatEnvironment): ChosenModel | null {
  if (provider === 'rules' || modelName === null) return null
  const settings = { ...(apiKey && { apiKey }), ...(baseUrl && { baseURL: baseUrl }) }
  const name = `${provider}:${modelName}`
  const host = (known: string) => (baseUrl ? new URL(baseUrl).host : known)
  switch (provider) {
    case 'anthropic':
      return { name, languageModel: createAnthropic(settings)(modelName), sentTo: host(hosts.anthropic) }
    case 'openai':
      return { name, languageModel: createOpenAI(settings)(modelName), sentTo: host(hosts.openai) }
    case 'mistral':
      return { name, languageModel: createMistral(settings)(modelName), sentTo: host(hosts.mistral) }
    case 'compatible': {
      const create = createOpenAICompatible({
        name: 'compatible',
        baseURL: String(baseUrl),
        ...(apiKey && { apiKey }),
        includeUsage: true,
      })
      return { name, languageModel: create(modelName), sentTo: host('') }
    }
  }
}
