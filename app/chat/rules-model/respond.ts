import type {
  LanguageModelV4CallOptions,
  LanguageModelV4Text,
  LanguageModelV4ToolCall,
} from '@ai-sdk/provider'
import type { Vocabulary } from '#core/contracts/vocabulary.ts'
import { readQuestion } from '../understanding/read-question.ts'
import { composeAnswer } from './compose-answer.ts'
import { planCalls } from './plan-calls.ts'
import { readPrompt } from './read-prompt.ts'
import { readTurnOptions } from './read-turn-options.ts'

interface Knowledge {
  vocabulary: Vocabulary
  currency: string
}

/** The next thing to do for a prompt: the calls that the question still takes, or else its answer. */
export function respond(
  { prompt, providerOptions }: Pick<LanguageModelV4CallOptions, 'prompt' | 'providerOptions'>,
  { vocabulary, currency }: Knowledge,
): (LanguageModelV4ToolCall | LanguageModelV4Text)[] {
  const { turns, results } = readPrompt(prompt)
  const { clientId, language, page } = readTurnOptions(providerOptions)
  const reading = readQuestion({ turns, clientId, language, page, vocabulary })
  const calls = planCalls(reading, results, clientId)
  if (calls.length === 0) {
    return [{ type: 'text', text: composeAnswer(reading, results, { clientId, vocabulary, currency }) }]
  }
  return calls.map(({ tool, input }, index) => ({
    type: 'tool-call',
    toolCallId: `call-${results.length + index + 1}`,
    toolName: tool,
    input: JSON.stringify(input),
  }))
}
