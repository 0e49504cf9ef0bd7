import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { lendAdvisor } from '#core/advisor/lend-advisor.ts'
import { type AdvisorContext, openAdvisor } from '#core/advisor/open-advisor.ts'
import { listAllClientIds } from '#db/store/queries/list-all-client-ids.ts'
import { identifyAll } from '#testing/known-caller.ts'
import { allPrompts } from './all-prompts.ts'
import { allResources, allResourceTemplates } from './all-resources.ts'
import { allTools } from './all-tools.ts'
import { createServer } from './create-server.ts'
import { findResource } from './find-resource.ts'
import { clientArguments } from './prompt-definition.ts'

let advisor: AdvisorContext
let client: Client
beforeAll(async () => {
  advisor = await openAdvisor({ dataDir: inject('demoDataDir') })
  const [clientSide, serverSide] = InMemoryTransport.createLinkedPair()
  await createServer(lendAdvisor(advisor), { identify: identifyAll }).connect(serverSide)
  client = new Client({ name: 'test', version: '1.0.0' })
  await client.connect(clientSide)
})
afterAll(() => advisor.close())

async function getText(name: string, args: Record<string, string>): Promise<string> {
  const { messages } = await client.getPrompt({ name, arguments: args })
  expect(messages).toMatchObject([{ role: 'user', content: { type: 'text' } }])
  const [{ content }] = messages as unknown as [{ content: { text: string } }]
  return content.text
}

const complete = async (name: string, argument: string, value: string) =>
  (await client.complete({ ref: { type: 'ref/prompt', name }, argument: { name: argument, value } }))
    .completion.values

describe('A prompt', () => {
  test.each(allPrompts)(
    '$name names tools and resources that there are, the same in each language',
    (prompt) => {
      const named = (text: string) => [
        ...(text.match(/\b[a-z]+[A-Z]\w+\b/g) ?? []),
        ...(text.match(/\b(client|model|features):\/\/[\w/]+/g) ?? []),
      ]
      const [french, english] = [prompt.compose.fr('100001'), prompt.compose.en('100001')]
      expect(named(english)).toEqual(named(french))
      const tools = named(french).filter((name) => !name.includes('://'))
      expect(tools.length).toBeGreaterThan(0)
      expect(allTools.map(({ name }) => name)).toEqual(expect.arrayContaining(tools))
      for (const uri of named(french).filter((name) => name.includes('://'))) {
        expect(findResource(uri), uri).not.toBeNull()
      }
    },
  )

  test('about a client names that client and speaks the language asked for, French unless told', async () => {
    for (const { name, arguments: all } of allPrompts.filter((each) => each.arguments === clientArguments)) {
      expect(all[0]?.required).toBe(true)
      expect(await getText(name, { clientId: '100 042' })).toContain('client 100042')
      expect(await getText(name, { clientId: '100042', language: 'en' })).toContain('client 100042')
      expect(await getText(name, { clientId: '1' })).not.toBe(
        await getText(name, { clientId: '1', language: 'en' }),
      )
    }
  })

  test.each([
    ['explainRefusal', {}, /clientId is missing/],
    ['explainRefusal', { clientId: 'Martin' }, /clientId is "Martin" where/],
    ['explainRefusal', { clientId: '100001', language: 'de' }, /language is "de" where one of fr, en/],
    ['watchDrift', { clientId: '100001' }, /clientId/],
    ['grantCredit', {}, /There is no prompt "grantCredit". Expected one of: explainRefusal/],
  ])('%s %j is refused and says what is expected', async (name, args, words) => {
    await expect(client.getPrompt({ name, arguments: args as Record<string, string> })).rejects.toMatchObject(
      {
        code: -32602,
        message: expect.stringMatching(words),
      },
    )
  })

  test('completes its arguments as they are typed', async () => {
    const [first] = listAllClientIds(advisor.store) as [number]
    expect(await complete('prepareInterview', 'clientId', String(first).slice(0, 4))).toContain(String(first))
    expect(await complete('watchDrift', 'language', '')).toEqual(['fr', 'en'])
    expect(await complete('watchDrift', 'language', 'e')).toEqual(['en'])
    expect(await complete('watchDrift', 'clientId', '1')).toEqual([])
    expect(await complete('noSuch', 'clientId', '1')).toEqual([])
  })
})

test('Names are unique and in camelCase, and every one says what it is for', () => {
  const all = [...allPrompts, ...allResources, ...allResourceTemplates]
  for (const { name, title, description } of all) {
    expect(name).toMatch(/^[a-z]+([A-Z][a-z]+)*$/)
    expect(title.length).toBeGreaterThan(5)
    expect(description.length).toBeGreaterThan(40)
  }
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
})
