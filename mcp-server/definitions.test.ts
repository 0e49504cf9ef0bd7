import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { countTokens } from 'gpt-tokenizer'
import { expect, test } from 'vitest'
import { lendAdvisor } from '#core/advisor/lend-advisor.ts'
import type { AdvisorContext } from '#core/advisor/open-advisor.ts'
import { identifyAll } from '#testing/known-caller.ts'
import { createServer } from './create-server.ts'

/** All that an assistant is told before it asks anything. */
async function listDefinitions() {
  const [clientSide, serverSide] = InMemoryTransport.createLinkedPair()
  await createServer(lendAdvisor({} as AdvisorContext), { identify: identifyAll, panelPage: '' }).connect(
    serverSide,
  )
  const client = new Client({ name: 'test', version: '1.0.0' })
  await client.connect(clientSide)
  return {
    instructions: client.getInstructions(),
    tools: (await client.listTools()).tools,
    resources: (await client.listResources()).resources,
    resourceTemplates: (await client.listResourceTemplates()).resourceTemplates,
    prompts: (await client.listPrompts()).prompts,
  }
}

test('What an assistant is told of tools, resources and prompts is as it was, and short', async () => {
  const definitions = await listDefinitions()
  const tokens = Object.fromEntries(
    Object.entries(definitions).map(([kind, all]) => [kind, countTokens(JSON.stringify(all))]),
  )
  expect(tokens.tools).toBeLessThan(6000)
  expect({ tokens, ...definitions }).toMatchSnapshot()
})
