import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { countTokens } from 'gpt-tokenizer'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { lendAdvisor } from '#core/advisor/lend-advisor.ts'
import { type AdvisorContext, openAdvisor } from '#core/advisor/open-advisor.ts'
import { openAudit } from '#core/advisor/open-audit.ts'
import { viewModel } from '#core/advisor/view-model.ts'
import { clientProfileSchema } from '#core/contracts/client-profile.ts'
import { evaluationSummarySchema } from '#core/contracts/evaluation-summary.ts'
import { catalogueFeatureSchema } from '#core/contracts/feature-catalogue.ts'
import { readClientProfileAnswerSchema } from '#core/contracts/read-client-profile.ts'
import { openAuditLog } from '#db/audit/open-audit-log.ts'
import { readEntries } from '#db/audit/read-entries.ts'
import { listAllClientIds } from '#db/store/queries/list-all-client-ids.ts'
import { identifyAll, inventCaller, unkeptAudit } from '#testing/known-caller.ts'
import { createServer } from './create-server.ts'

let advisor: AdvisorContext
let client: Client
let clientIds: number[]

beforeAll(async () => {
  advisor = await openAdvisor({ dataDir: inject('demoDataDir') })
  clientIds = listAllClientIds(advisor.store)
  client = await connect(identifyAll)
})
afterAll(() => advisor.close())

async function connect(identify: Parameters<typeof createServer>[1]['identify']): Promise<Client> {
  const [clientSide, serverSide] = InMemoryTransport.createLinkedPair()
  await createServer(lendAdvisor(advisor), { identify }).connect(serverSide)
  const connected = new Client({ name: 'test', version: '1.0.0' })
  await connected.connect(clientSide)
  return connected
}

async function read(uri: string): Promise<string> {
  const { contents } = await client.readResource({ uri })
  expect(contents).toHaveLength(1)
  expect(contents[0]?.uri).toBe(uri)
  return (contents[0] as { text: string }).text
}

const complete = async (uri: string, name: string, value: string) =>
  (await client.complete({ ref: { type: 'ref/resource', uri }, argument: { name, value } })).completion

describe('A client’s profile', () => {
  test('says what the application says, in words of both languages, and never the known outcome', async () => {
    const profile = JSON.parse(await read(`client://${clientIds[0]}/profile`))
    expect(readClientProfileAnswerSchema.strict().safeParse(profile).error).toBeUndefined()
    expect(profile.clientId).toBe(clientIds[0])
    expect(Object.keys(profile)).toEqual(expect.arrayContaining(Object.keys(clientProfileSchema.shape)))
    expect(profile.categoryLabels.contractType.en).not.toBe('')
    expect(profile).not.toHaveProperty('target')
  })

  test('is kept in the audit log as shown to who read it', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'mcp-audit-'))
    cpSync(join(inject('demoDataDir'), 'store.sqlite'), join(dataDir, 'store.sqlite'))
    const audit = openAudit({ dataDir })
    const reader = await connect(() => ({ caller: inventCaller(['clients:read']), door: 'mcp-stdio', audit }))
    await reader.readResource({ uri: `client://${clientIds[1]}/profile` })
    audit.close()
    const log = openAuditLog(dataDir)
    expect([...readEntries(log)]).toMatchObject([
      { actor: 'token:test', door: 'mcp-stdio', kind: 'profile', clientId: clientIds[1] },
    ])
    log.close()
    rmSync(dataDir, { recursive: true })
  })

  test('of an unknown client is refused with the nearest numbers', async () => {
    await expect(read('client://1/profile')).rejects.toThrow(
      new RegExp(`UNKNOWN_CLIENT: Client 1 is not in the store.*${clientIds[0]}`),
    )
  })

  test('completes a number as it is typed, in groups too', async () => {
    const [first] = clientIds as [number]
    const typed = String(first).slice(0, 5)
    const begun = clientIds.filter((id) => String(id).startsWith(typed))
    const completion = await complete('client://{id}/profile', 'id', typed)
    expect(completion.values).toEqual(begun.slice(0, 100).map(String))
    expect([completion.total, completion.hasMore]).toEqual([begun.length, begun.length > 100])
    const grouped = `${typed.slice(0, 3)} ${typed.slice(3)}`
    expect(await complete('client://{id}/profile', 'id', grouped)).toEqual(completion)
    expect((await complete('client://{id}/profile', 'id', 'x')).values).toEqual([])
  })
})

describe('The model', () => {
  test('gives its card as training wrote it', async () => {
    expect(await read('model://card')).toContain(
      `# Model card: ${advisor.scorer.bundle.manifest.modelVersion}`,
    )
  })

  test('gives the figures of its page, within 4,000 tokens', async () => {
    const text = await read('model://evaluation')
    const summary = evaluationSummarySchema.parse(JSON.parse(text))
    const { evaluation, decision } = await viewModel(advisor, { language: 'fr' })
    expect(summary.figures.auc.estimate).toBeCloseTo(evaluation?.figures.auc.estimate as number, 4)
    expect(summary.figures.threshold.low).toBeCloseTo(evaluation?.figures.threshold.low as number, 4)
    expect(summary.decision.threshold).toBeCloseTo(decision.threshold, 4)
    expect(summary.candidates.map(({ name }) => name)).toEqual(evaluation?.candidates.map(({ name }) => name))
    expect(summary.fairness?.attributes).toHaveLength(evaluation?.fairness?.attributes.length as number)
    expect(countTokens(text)).toBeLessThan(4000)
  })
})

describe('The catalogue of features', () => {
  test('leads to every feature once, in parts of less than 4,000 tokens', async () => {
    const index = await read('features://catalog')
    const { themes, featureCount, fields } = JSON.parse(index)
    expect(countTokens(index)).toBeLessThan(4000)
    const seen: string[] = []
    for (const { theme, features } of themes) {
      for (const { uri } of features) {
        const text = await read(uri)
        expect(countTokens(text), uri).toBeLessThan(4000)
        const part = JSON.parse(text)
        expect(part.theme).toBe(theme)
        seen.push(...part.features.map((each: unknown) => catalogueFeatureSchema.parse(each).name))
      }
    }
    const names = [...advisor.servedDataset().featureWords('fr').keys()]
    expect([...seen].sort()).toEqual([...names].sort())
    expect(featureCount).toBe(names.length)
    for (const { categories } of fields) {
      if (categories) expect(countTokens(await read(categories))).toBeLessThan(4000)
    }
  })

  test('says by which fields a cohort is filtered and which an applicant can change', async () => {
    const { fields } = JSON.parse(await read('features://catalog'))
    const byName = new Map(fields.map((field: { field: string }) => [field.field, field]))
    expect(byName.get('ageYears')).toMatchObject({ filter: 'range', simulate: false, label: { fr: 'Âge' } })
    expect(byName.get('incomeType')).toMatchObject({ filter: 'category', simulate: false })
    expect(byName.get('ownsRealty')).toMatchObject({ filter: 'flag' })
    expect(byName.get('termMonths')).toMatchObject({ filter: null, simulate: true })
    expect([...byName.keys()].join()).not.toMatch(/sex|gender/i)
    const incomeTypes = JSON.parse(await read('features://catalog/incomeType'))
    expect(incomeTypes.categories.Pensioner).toEqual({ fr: 'Retraité', en: 'Pensioner' })
  })

  test('gives one feature by its name, which it completes', async () => {
    const { features } = JSON.parse(await read('features://catalog/contract_type_code'))
    expect(features).toMatchObject([{ name: 'contract_type_code', unit: 'code', codes: {} }])
    const { values } = await complete('features://catalog/{part}', 'part', 'contract_type')
    expect(values).toContain('contract_type_code')
  })
})

describe('Resources', () => {
  test('are listed with name, title, description and type', async () => {
    const { resources } = await client.listResources()
    const { resourceTemplates } = await client.listResourceTemplates()
    expect(resources.map(({ uri }) => uri)).toEqual([
      'model://card',
      'model://evaluation',
      'features://catalog',
    ])
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'client://{id}/profile',
      'features://catalog/{part}',
    ])
    for (const { title, description, mimeType } of [...resources, ...resourceTemplates]) {
      expect(title?.length).toBeGreaterThan(5)
      expect(description?.length).toBeGreaterThan(60)
      expect(mimeType).toBeTruthy()
    }
  })

  test.each([
    'model://nothing',
    'client://profile',
    'client:///profile',
    'client://1/2/profile',
    'client://__proto__/profile',
    'client://100002%2F..%2F100003/profile',
    'features://catalog/constructor',
    'model://card/../card',
    '',
  ])('at %j there is none, and the answer says what there is', async (uri) => {
    await expect(client.readResource({ uri })).rejects.toMatchObject({
      code: -32602,
      data: { code: 'UNKNOWN_RESOURCE', uri },
      message: expect.stringMatching(/UNKNOWN_RESOURCE: .*features:\/\/catalog/),
    })
  })

  test('are read and completed by who has their scope alone', async () => {
    const ofModel = await connect(() => ({
      caller: inventCaller(['model:read']),
      door: 'mcp-stdio',
      audit: unkeptAudit,
    }))
    await expect(ofModel.readResource({ uri: `client://${clientIds[0]}/profile` })).rejects.toThrow(
      /INSUFFICIENT_SCOPE.*clients:read/,
    )
    await expect(
      ofModel.complete({
        ref: { type: 'ref/resource', uri: 'client://{id}/profile' },
        argument: { name: 'id', value: '1' },
      }),
    ).rejects.toThrow(/INSUFFICIENT_SCOPE/)
    expect((await ofModel.readResource({ uri: 'model://card' })).contents).toHaveLength(1)
  })
})
