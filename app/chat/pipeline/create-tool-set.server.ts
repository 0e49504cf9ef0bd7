import type { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { CallToolResultSchema, type ReadResourceResult } from '@modelcontextprotocol/sdk/types.js'
import { dynamicTool, type JSONSchema7, type JSONValue, jsonSchema, type ToolSet } from 'ai'
import type { Language } from '#core/contracts/language.ts'
import { type AdmittedClients, refuseCall } from './admit-call.ts'
import type { Pseudonyms } from './pseudonyms.ts'

/** What a call gave, before anything was concealed. */
export interface ToolOutcome {
  status: 'answered' | 'refused'
  text: string
  answer: Record<string, unknown> | null
}

export interface ToolSetOptions {
  client: Client
  admitted: AdmittedClients
  pseudonyms: Pseudonyms
  language: Language
}

/** Reads one of the server's resources: the profile of a client, the model's card and evaluation, the features. */
export const readResource = 'readResource'

/** Calls of one turn: no question takes more. */
const mostCalls = 24
const tooManyCalls: Record<Language, string> = {
  fr: 'Trop d’appels pour une question : celui-ci n’a pas été fait.',
  en: 'Too many calls for one question: this one was not made.',
}

const resourceDescription =
  'Reads a resource: client://{clientId}/profile (what the application says), model://card and model://evaluation (what the model is and how good), features://catalog (what each feature means).'
const resourceInput: JSONSchema7 = {
  type: 'object',
  properties: { uri: { type: 'string', description: 'For example model://evaluation' } },
  required: ['uri'],
  additionalProperties: false,
}

/** The tools of an MCP server as the AI SDK calls them, and its resources as one more. */
export async function createToolSet(options: ToolSetOptions): Promise<ToolSet> {
  const { tools } = await options.client.listTools()
  let calls = 0
  const mayCall = () => ++calls <= mostCalls
  const callable = tools.map(({ name, description = '', inputSchema }) => [
    name,
    createTool({
      ...options,
      mayCall,
      description,
      inputSchema: inputSchema as JSONSchema7,
      call: callTool(name),
    }),
  ])
  const reader = createTool({
    ...options,
    mayCall,
    description: resourceDescription,
    inputSchema: resourceInput,
    call: readOne,
  })
  return Object.fromEntries([...callable, [readResource, reader]])
}

type Call = (client: Client, input: Record<string, unknown>, signal?: AbortSignal) => Promise<ToolOutcome>

interface CreateToolOptions extends ToolSetOptions {
  /** Counts a call; false where there were too many. */
  mayCall: () => boolean
  description: string
  inputSchema: JSONSchema7
  call: Call
}

function createTool({
  client,
  admitted,
  pseudonyms,
  language,
  mayCall,
  description,
  inputSchema,
  call,
}: CreateToolOptions) {
  return dynamicTool({
    description,
    inputSchema: jsonSchema(inputSchema),
    async execute(concealed, { abortSignal }): Promise<ToolOutcome> {
      const input = pseudonyms.reveal(toObject(concealed))
      if (!mayCall()) return { status: 'refused', text: tooManyCalls[language], answer: null }
      const refusal = refuseCall(input, admitted, language)
      if (refusal) return { status: 'refused', text: refusal, answer: null }
      try {
        return await call(client, input, abortSignal)
      } catch (error) {
        if (abortSignal?.aborted) throw error
        // The protocol's own refusals, such as of a resource that there is none of, are in the server's words.
        return {
          status: 'refused',
          text: error instanceof Error ? error.message : String(error),
          answer: null,
        }
      }
    },
    toModelOutput: ({ output }) => {
      const { status, text, answer } = output as ToolOutcome
      return status === 'answered'
        ? { type: 'json', value: pseudonyms.conceal(answer ?? { text }) as JSONValue }
        : { type: 'error-text', value: pseudonyms.concealAll(text) }
    },
  })
}

function callTool(name: string): Call {
  return async (client, input, signal) => {
    const result = await client.callTool({ name, arguments: input }, CallToolResultSchema, {
      ...(signal && { signal }),
    })
    const text = (result.content as { type: string; text?: string }[])
      .map((part) => part.text ?? '')
      .join('\n')
    if (result.isError) return { status: 'refused', text, answer: null }
    return {
      status: 'answered',
      text,
      answer: (result.structuredContent as Record<string, unknown>) ?? { text },
    }
  }
}

const readOne: Call = async (client, { uri }, signal) => {
  const read = await client.readResource({ uri: String(uri) }, { ...(signal && { signal }) })
  return { status: 'answered', text: String(uri), answer: parseContents(read) }
}

function parseContents({ contents }: ReadResourceResult): Record<string, unknown> {
  const [first] = contents
  const text = first && 'text' in first ? first.text : ''
  return first?.mimeType === 'application/json' ? toObject(JSON.parse(text)) : { text }
}

function toObject(json: unknown): Record<string, unknown> {
  return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {}
}
