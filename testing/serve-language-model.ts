import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the server does with one request: chunks of the OpenAI-compatible stream, or a failure. */
export type ProviderReply =
  | { text: string }
  | { toolCall: { name: string; arguments: object } }
  | { status: number; headers?: Record<string, string> }
  | { cutAfter: string }
  | { hang: true }

export interface LanguageModelServer {
  /** Address with `/v1`. */
  baseUrl: string
  requests: { path: string; authorization: string | undefined; body: Record<string, unknown> }[]
  close(): Promise<void>
}

/** A server on loopback that speaks OpenAI's chat completions as streams, as Ollama and vLLM do. */
export async function serveLanguageModel(replies: ProviderReply[]): Promise<LanguageModelServer> {
  const requests: LanguageModelServer['requests'] = []
  const server = createServer(async (request, response) => {
    const body = await readJson(request)
    requests.push({ path: request.url ?? '', authorization: request.headers.authorization, body })
    const reply = replies[Math.min(requests.length, replies.length) - 1]
    if (reply) answer(response, reply)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const chunk of request) text += chunk
  return JSON.parse(text || '{}')
}

function answer(response: ServerResponse, reply: ProviderReply): void {
  if ('hang' in reply) return
  if ('status' in reply) {
    response.writeHead(reply.status, { 'Content-Type': 'application/json', ...reply.headers })
    response.end(JSON.stringify({ error: { message: 'refused by the test', type: 'test' } }))
    return
  }
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  const send = (delta: object, finishReason: string | null = null) =>
    response.write(`data: ${JSON.stringify(toChunk(delta, finishReason))}\n\n`)
  if ('toolCall' in reply) {
    const { name, arguments: input } = reply.toolCall
    const call = { index: 0, id: `call-${name}`, type: 'function', function: { name, arguments: '' } }
    send({ role: 'assistant', content: null, tool_calls: [call] })
    for (const part of JSON.stringify(input).match(/.{1,5}/g) ?? []) {
      send({ tool_calls: [{ index: 0, function: { arguments: part } }] })
    }
    send({}, 'tool_calls')
    response.end('data: [DONE]\n\n')
    return
  }
  const text = 'cutAfter' in reply ? reply.cutAfter : reply.text
  for (const part of text.match(/[\s\S]{1,6}/g) ?? []) send({ content: part })
  if ('cutAfter' in reply) {
    setTimeout(() => response.destroy(), 30)
    return
  }
  send({}, 'stop')
  response.end('data: [DONE]\n\n')
}

function toChunk(delta: object, finishReason: string | null) {
  return {
    id: 'chat-1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'test',
    choices: [{ index: 0, delta, finish_reason: finishReason }],
    ...(finishReason && { usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 } }),
  }
}
