import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { lendAdvisor } from '#core/advisor/lend-advisor.ts'
import { listClients } from '#core/advisor/list-clients.ts'
import { type AdvisorContext, openAdvisor } from '#core/advisor/open-advisor.ts'
import { identifyAll } from '#testing/known-caller.ts'
import { createServer } from './create-server.ts'

let advisor: AdvisorContext
let client: Client
let refusedClientId: number

beforeAll(async () => {
  advisor = await openAdvisor({
    dataDir: inject('demoDataDir'),
    currency: 'EUR',
    clock: () => new Date('2026-11-24T12:00:00Z'),
  })
  const { rows } = await listClients(advisor, { filters: { advice: ['refuse'] }, pageSize: 1 })
  refusedClientId = rows[0]?.clientId as number
  const [clientSide, serverSide] = InMemoryTransport.createLinkedPair()
  await createServer(lendAdvisor(advisor), { identify: identifyAll }).connect(serverSide)
  client = new Client({ name: 'test', version: '1.0.0' })
  await client.connect(clientSide)
})
afterAll(() => advisor.close())

/** Numbers to four digits, so that another processor's last digit is no change; hashes and versions by their kind. */
function settle(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(4))
  if (Array.isArray(value)) return value.map(settle)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key.startsWith('model') || key === 'dataVersion'
        ? `<${key}>`
        : key === 'additivityError'
          ? '<small>'
          : settle(each),
    ]),
  )
}

describe('A whole answer about a refused client', () => {
  test.each([
    ['scoreClient', {}],
    ['explainClient', { maxReasons: 4 }],
    ['compareCohort', { cohort: { kind: 'all' }, features: ['external_score_mean', 'contract_type_code'] }],
    [
      'compareCohort',
      {
        cohort: { kind: 'filter', filters: { incomeType: 'Working', ageYears: { min: 25 } } },
        features: ['age_years'],
      },
    ],
    ['simulateClient', { changes: { creditAmount: 200_000, termMonths: 20 } }],
    ['suggestChanges', {}],
  ])('of %s %j is as it was', async (name, args) => {
    for (const language of ['fr', 'en']) {
      const result = await client.callTool({
        name,
        arguments: { clientId: refusedClientId, language, ...args },
      })
      expect(result.isError, JSON.stringify(result.content)).toBeFalsy()
      expect({
        content: result.content,
        structuredContent: settle(result.structuredContent),
      }).toMatchSnapshot()
    }
  })
})
