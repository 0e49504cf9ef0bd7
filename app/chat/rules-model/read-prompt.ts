import type {
  LanguageModelV4Message,
  LanguageModelV4Prompt,
  LanguageModelV4ToolResultPart,
} from '@ai-sdk/provider'
import type { CallResult } from './answer-context.ts'

/** What a prompt comes down to for the model of rules. */
export interface ReadPrompt {
  /** What the person asked, oldest first; the last is the question to answer. */
  turns: string[]
  /** What the calls for the last question came to, in the order of the calls. */
  results: CallResult[]
}

/** Reads the questions, and the calls and results since the last of them. Instructions and earlier answers count for nothing. */
export function readPrompt(prompt: LanguageModelV4Prompt): ReadPrompt {
  const turns = prompt.flatMap((message) => (message.role === 'user' ? [readText(message)] : []))
  const lastQuestion = prompt.findLastIndex(({ role }) => role === 'user')
  const current = prompt.slice(lastQuestion + 1)
  const outputs = new Map(
    current.flatMap((message) =>
      listParts(message).flatMap((part) =>
        part.type === 'tool-result' ? [[part.toolCallId, part.output] as const] : [],
      ),
    ),
  )
  const results = current.flatMap((message) =>
    listParts(message).flatMap((part): CallResult[] => {
      const output = part.type === 'tool-call' ? outputs.get(part.toolCallId) : undefined
      if (part.type !== 'tool-call' || !output) return []
      return [{ tool: part.toolName, input: toObject(part.input) ?? {}, ...readOutput(output) }]
    }),
  )
  return { turns, results }
}

function readText(message: Extract<LanguageModelV4Message, { role: 'user' }>): string {
  return message.content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n')
}

function listParts(message: LanguageModelV4Message) {
  return message.role === 'assistant' || message.role === 'tool' ? message.content : []
}

function readOutput(output: LanguageModelV4ToolResultPart['output']): Pick<CallResult, 'answer' | 'refusal'> {
  switch (output.type) {
    case 'json':
      return { answer: toObject(output.value), refusal: '' }
    case 'text':
      return { answer: { text: output.value }, refusal: '' }
    case 'content': {
      const text = output.value.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n')
      return { answer: { text }, refusal: '' }
    }
    case 'error-text':
      return { answer: null, refusal: output.value }
    case 'error-json':
      return { answer: null, refusal: JSON.stringify(output.value) }
    case 'execution-denied':
      return { answer: null, refusal: output.reason ?? '' }
  }
}

function toObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null
}
