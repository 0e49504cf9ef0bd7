import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { countTokens } from 'gpt-tokenizer'
import { describe, expect, test } from 'vitest'
import { lendAdvisor } from '#core/advisor/lend-advisor.ts'
import type { AdvisorContext } from '#core/advisor/open-advisor.ts'
import { identifyAll } from '#testing/known-caller.ts'
import { allTools } from './all-tools.ts'
import { createServer } from './create-server.ts'

describe('The rules of the house hold for every tool', () => {
  test('names are unique and in camelCase', () => {
    const names = allTools.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[a-z]+([A-Z][a-z]+)*$/)
  })
  test.each(allTools)('$name says what it is for, and what each argument means', (tool) => {
    expect(tool.title.length).toBeGreaterThan(5)
    expect(tool.description.length).toBeGreaterThan(60)
    for (const [argument, schema] of Object.entries(tool.inputSchema.shape)) {
      if (['limit'].includes(argument)) continue
      expect((schema as { description?: string }).description, argument).toBeTruthy()
    }
  })
  test.each(allTools)('$name declares how it behaves and only reads', ({ annotations }) => {
    expect(annotations).toEqual({
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    })
  })
  test.each(allTools)('$name answers with its provenance', ({ outputSchema }) => {
    expect(Object.keys(outputSchema.shape)).toContain('provenance')
  })
  test('all definitions together stay within 6,000 tokens', async () => {
    const [clientSide, serverSide] = InMemoryTransport.createLinkedPair()
    await createServer(lendAdvisor({} as AdvisorContext), { identify: identifyAll }).connect(serverSide)
    const client = new Client({ name: 'test', version: '1.0.0' })
    await client.connect(clientSide)
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(allTools.map(({ name }) => name))
    expect(countTokens(JSON.stringify(tools))).toBeLessThan(6000)
  })
})
