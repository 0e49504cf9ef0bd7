import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { lendAdvisor } from '#core/advisor/lend-advisor.ts'
import { type AdvisorContext, openAdvisor } from '#core/advisor/open-advisor.ts'
import { compareCohortAnswerSchema } from '#core/contracts/compare-cohort.ts'
import { searchClientsAnswerSchema } from '#core/contracts/search-clients.ts'
import { identifyAll } from '#testing/known-caller.ts'
import { createServer } from './create-server.ts'

let advisor: AdvisorContext
let client: Client
let clientId: number

beforeAll(async () => {
  advisor = await openAdvisor({ dataDir: inject('demoDataDir') })
  const [clientSide, serverSide] = InMemoryTransport.createLinkedPair()
  await createServer(lendAdvisor(advisor), { identify: identifyAll }).connect(serverSide)
  client = new Client({ name: 'test', version: '1.0.0' })
  await client.connect(clientSide)
  // From here on the client holds every answer to the schema that the tool states.
  await client.listTools()
  const { structuredContent } = await call('searchClients', { query: '', limit: 1 })
  clientId = searchClientsAnswerSchema.parse(structuredContent).clients[0]?.clientId as number
})
afterAll(() => advisor.close())

interface CallResult {
  content: { text: string }[]
  structuredContent?: Record<string, unknown>
  isError?: boolean
}
const call = async (name: string, args: Record<string, unknown>) =>
  (await client.callTool({ name, arguments: args })) as unknown as CallResult

describe('compareCohort over MCP', () => {
  test.each([
    [{ kind: 'all' }, 'Tous les clients'],
    [{ kind: 'similar', size: 50 }, '50 clients les plus similaires'],
    [
      { kind: 'filter', filters: { incomeType: 'Pensioner', ageYears: { min: 50 } } },
      'Retraité, 50 ans ou plus',
    ],
  ])('compares with %j', async (cohort, label) => {
    const { structuredContent, content } = await call('compareCohort', { clientId, cohort })
    const answer = compareCohortAnswerSchema.parse(structuredContent)
    expect(answer.cohort.label).toBe(label)
    expect(answer.features.length).toBeGreaterThan(0)
    expect(content[0]?.text).toContain(label)
  })

  test.each([
    [{ cohort: { kind: 'filter', filters: { sex: 'F' } } }, /the filters are ageYears/],
    [{ cohort: { kind: 'filter', filters: { incomeType: 'F' } } }, /"Pensioner"/],
    [{ cohort: { kind: 'all' }, features: ['sex'] }, /UNKNOWN_FEATURE.*age_years/s],
    [{ cohort: { kind: 'filter', filters: { ageYears: { min: 200 } } } }, /COHORT_TOO_SMALL.*0 clients/s],
    [{}, /cohort/],
  ])('refuses %j and says what is allowed', async (args, words) => {
    const result = await call('compareCohort', { clientId, ...args })
    expect(result.isError).toBe(true)
    expect(result.content[0]?.text).toMatch(words)
  })
})
