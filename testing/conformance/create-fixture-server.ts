import { setTimeout as wait } from 'node:timers/promises'
import { fromJsonSchema, McpServer, ResourceTemplate, type Server } from '@modelcontextprotocol/server'
import { z } from 'zod'

const redPixelPng =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg=='
const silentWav = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA='

const text = (words: string) => ({ type: 'text' as const, text: words })
const image = { type: 'image' as const, data: redPixelPng, mimeType: 'image/png' }
const embed = (uri: string, mimeType: string, words: string) => ({
  type: 'resource' as const,
  resource: { uri, mimeType, text: words },
})

/** What the conformance suite asks for by name: tools, resources and prompts that the product has no use for. */
export function createFixtureServer(): Server {
  const fixture = new McpServer(
    { name: 'conformance-fixture', version: '1' },
    { capabilities: { logging: {}, completions: {}, resources: { subscribe: true } } },
  )
  offerContents(fixture)
  offerNotifications(fixture)
  offerResources(fixture)
  offerPrompts(fixture)
  const { server } = fixture
  server.setRequestHandler('completion/complete', () => ({ completion: { values: [], total: 0 } }))
  server.setRequestHandler('resources/subscribe', () => ({}))
  server.setRequestHandler('resources/unsubscribe', () => ({}))
  return server
}

function offerContents(fixture: McpServer): void {
  const contents = {
    test_simple_text: [text('This is a simple text response for testing.')],
    test_image_content: [image],
    test_audio_content: [{ type: 'audio' as const, data: silentWav, mimeType: 'audio/wav' }],
    test_embedded_resource: [embed('test://embedded-resource', 'text/plain', 'An embedded resource.')],
    test_multiple_content_types: [
      text('Multiple content types test:'),
      image,
      embed('test://mixed-content-resource', 'application/json', '{"test":"data","value":123}'),
    ],
  }
  for (const [name, content] of Object.entries(contents)) {
    fixture.registerTool(name, { description: 'Gives contents of a kind' }, () => ({ content }))
  }
  fixture.registerTool('test_error_handling', { description: 'Always fails' }, () => {
    throw new Error('This tool intentionally returns an error for testing')
  })
  const inputSchema = fromJsonSchema({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    $defs: {
      address: { type: 'object', properties: { street: { type: 'string' }, city: { type: 'string' } } },
    },
    properties: { name: { type: 'string' }, address: { $ref: '#/$defs/address' } },
    additionalProperties: false,
  })
  const described = { description: 'Tool with JSON Schema 2020-12 features', inputSchema }
  fixture.registerTool('json_schema_2020_12_tool', described, () => ({ content: [text('Understood')] }))
}

function offerNotifications(fixture: McpServer): void {
  fixture.registerTool(
    'test_tool_with_logging',
    { description: 'Logs while it runs' },
    async ({ mcpReq }) => {
      for (const data of ['Tool execution started', 'Tool processing data', 'Tool execution completed']) {
        await mcpReq.log('info', data)
        await wait(20)
      }
      return { content: [text('Logged')] }
    },
  )
  fixture.registerTool(
    'test_tool_with_progress',
    { description: 'Tells how far it is' },
    async ({ mcpReq }) => {
      const progressToken = mcpReq._meta?.progressToken
      for (const progress of [0, 50, 100]) {
        const params = { progressToken: progressToken ?? '', progress, total: 100 }
        if (progressToken !== undefined) await mcpReq.notify({ method: 'notifications/progress', params })
        await wait(20)
      }
      return { content: [text('Done')] }
    },
  )
}

function offerResources(fixture: McpServer): void {
  fixture.registerResource('text', 'test://static-text', { mimeType: 'text/plain' }, ({ href }) => ({
    contents: [{ uri: href, mimeType: 'text/plain', text: 'The content of the static text resource.' }],
  }))
  fixture.registerResource('binary', 'test://static-binary', { mimeType: 'image/png' }, ({ href }) => ({
    contents: [{ uri: href, mimeType: 'image/png', blob: redPixelPng }],
  }))
  const template = new ResourceTemplate('test://template/{id}/data', { list: undefined })
  fixture.registerResource('template', template, { mimeType: 'application/json' }, ({ href }, { id }) => ({
    contents: [{ uri: href, mimeType: 'application/json', text: JSON.stringify({ id, templateTest: true }) }],
  }))
}

function offerPrompts(fixture: McpServer): void {
  const user = <Content extends object>(content: Content) => ({ role: 'user' as const, content })
  fixture.registerPrompt('test_simple_prompt', { description: 'Without arguments' }, () => ({
    messages: [user(text('This is a simple prompt for testing.'))],
  }))
  const twoArguments = z.object({ arg1: z.string(), arg2: z.string() })
  fixture.registerPrompt(
    'test_prompt_with_arguments',
    { description: 'With arguments', argsSchema: twoArguments },
    ({ arg1, arg2 }) => ({ messages: [user(text(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`))] }),
  )
  fixture.registerPrompt(
    'test_prompt_with_embedded_resource',
    { description: 'With a resource', argsSchema: z.object({ resourceUri: z.string() }) },
    ({ resourceUri }) => ({
      messages: [
        user(embed(resourceUri, 'text/plain', 'Embedded resource content for testing.')),
        user(text('Please process the embedded resource above.')),
      ],
    }),
  )
  fixture.registerPrompt('test_prompt_with_image', { description: 'With an image' }, () => ({
    messages: [user(image), user(text('Please analyze the image above.'))],
  }))
}
