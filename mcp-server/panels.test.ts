import { AxeBuilder } from '@axe-core/playwright'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createMessages } from '#app/components/create-messages.ts'
import { lendAdvisor } from '#core/advisor/lend-advisor.ts'
import { listClients } from '#core/advisor/list-clients.ts'
import { type AdvisorContext, openAdvisor } from '#core/advisor/open-advisor.ts'
import { compareCohortAnswerSchema } from '#core/contracts/compare-cohort.ts'
import { driftReportAnswerSchema } from '#core/contracts/drift-report.ts'
import { explainClientAnswerSchema } from '#core/contracts/explain-client.ts'
import { scoreClientAnswerSchema } from '#core/contracts/score-client.ts'
import { buildApp } from '#server/build-app.ts'
import { identifyAll } from '#testing/known-caller.ts'
import { buildHostPage } from '#testing/mcp-apps/build-host-page.ts'
import type { ShownCall } from '#testing/mcp-apps/host.ts'
import { openBrowser, openPage } from '../e2e/open-browser.ts'
import { createServer } from './create-server.ts'
import { readPanelPage } from './read-panel-page.ts'

let advisor: AdvisorContext
let client: Client
let clientId: number
let browser: Browser
let hostPage: string

beforeAll(async () => {
  advisor = await openAdvisor({ dataDir: inject('demoDataDir'), currency: 'EUR' })
  const { rows } = await listClients(advisor, { filters: { advice: ['refuse'] }, pageSize: 1 })
  clientId = rows[0]?.clientId as number
  const panelPage = readPanelPage(await buildApp())
  const [clientSide, serverSide] = InMemoryTransport.createLinkedPair()
  await createServer(lendAdvisor(advisor), { identify: identifyAll, panelPage }).connect(serverSide)
  client = new Client({ name: 'test', version: '1.0.0' })
  await client.connect(clientSide)
  hostPage = await buildHostPage()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await client.close()
  await advisor.close()
})

/** Every kind of space alike. */
const plain = (text: string) => text.replace(/\s+/g, ' ')

type Result = Awaited<ReturnType<Client['callTool']>>

const noFaults = { complaints: [], remote: [], violations: [], overflow: 0 }

/** What axe finds in the panel; of the page round it, which is the test's own, it finds what it will. */
async function findPanelViolations(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
  const { violations, passes } = await axe.analyze()
  expect(passes.some(({ nodes }) => nodes.some(({ target }) => target.length > 1))).toBe(true)
  return violations.flatMap(({ id, nodes }) =>
    nodes.filter(({ target }) => target.length > 1).map(({ html }) => `${id}: ${html}`),
  )
}

/** Calls a tool and shows its answer in the page that the tool names, as a host does. */
async function show(tool: string, input: Record<string, unknown>, context: ShownCall['context']) {
  const { tools } = await client.listTools()
  const meta = tools.find(({ name }) => name === tool)?._meta as { ui?: { resourceUri?: string } } | undefined
  const [page] = (await client.readResource({ uri: meta?.ui?.resourceUri ?? '' })).contents
  expect(page?.mimeType).toBe('text/html;profile=mcp-app')
  const result: Result = await client.callTool({ name: tool, arguments: input })
  const watched = await openPage(browser, { isStranger: true, viewport: { width: 900, height: 1200 } })
  const requested: string[] = []
  watched.page.on('request', (request) => requested.push(request.url()))
  await watched.page.setContent(hostPage)
  const call = { html: (page as { text: string }).text, input, result, context } as ShownCall
  await watched.page.evaluate((shown) => window.showPanel(shown), call)
  const frame = watched.page.frameLocator('iframe')
  await frame.locator('section').first().waitFor()
  const text = plain((await frame.locator('#panel').textContent()) ?? '')
  const isDark = await frame
    .locator('body')
    .evaluate((body) => getComputedStyle(body).backgroundColor === 'rgb(20, 19, 18)')
  const language = await frame.locator('html').getAttribute('lang')
  const violations = await findPanelViolations(watched.page)
  await watched.page.setViewportSize({ width: 360, height: 800 })
  const overflow = await frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
  await watched.page.context().close()
  // What lies in the document itself is not asked of anybody.
  const remote = requested.filter((url) => !url.startsWith('about:') && !url.startsWith('data:'))
  const { complaints } = watched
  const answer = result.structuredContent
  return { answer, text, isDark, language, faults: { complaints, remote, violations, overflow } }
}

const formats = (language: 'fr' | 'en') =>
  createMessages({ language, currency: 'EUR', timeZone: 'Europe/Paris' }).format
describe('A panel in an assistant’s window', () => {
  test('of scoreClient shows its probability, advice and class', async () => {
    const shown = await show('scoreClient', { clientId }, { theme: 'light', locale: 'en-GB' })
    const score = scoreClientAnswerSchema.parse(shown.answer)
    const { probability } = formats('fr')
    expect(shown.text).toContain(plain(probability(score.probabilityOfRepayment)))
    expect(shown.text).toContain(plain(probability(score.probabilityOfDefault)))
    expect(shown.text).toMatch(new RegExp(`Refus.*Classe ${score.riskClass}`, 'i'))
    expect(shown).toMatchObject({ language: 'fr', isDark: false, faults: noFaults })
  })

  test('of explainClient shows each reason with its contribution, in the language asked for', async () => {
    const input = { clientId, maxReasons: 8, language: 'en' }
    const shown = await show('explainClient', input, { theme: 'dark', locale: 'fr-FR' })
    const { reasons } = explainClientAnswerSchema.parse(shown.answer)
    expect(reasons).toHaveLength(8)
    for (const { sentence, contributionLogOdds } of reasons) {
      expect(shown.text).toContain(plain(sentence))
      expect(shown.text).toContain(formats('en').decimal(Math.abs(contributionLogOdds), 2))
    }
    expect(shown).toMatchObject({ language: 'en', isDark: true, faults: noFaults })
  })

  test('of compareCohort shows the group’s size and default rate, and each feature', async () => {
    const input = { clientId, cohort: { kind: 'filter', filters: { ageYears: { min: 30 } } } }
    const shown = await show('compareCohort', input, { theme: 'light', locale: 'fr-FR' })
    const { cohort, features } = compareCohortAnswerSchema.parse(shown.answer)
    const { integer, share } = formats('fr')
    expect(shown.text).toContain(plain(integer(cohort.size)))
    expect(shown.text).toContain(plain(share(cohort.observedDefaultRate as number)))
    for (const { label, displayValue } of features) {
      expect(shown.text).toContain(plain(label))
      expect(shown.text).toContain(plain(displayValue))
    }
    expect(shown).toMatchObject({ faults: noFaults })
  })

  test('of driftReport shows the verdict’s figures and the columns that the tool gave', async () => {
    const shown = await show('driftReport', {}, { theme: 'light', locale: 'fr-FR' })
    const { dataset, columns } = driftReportAnswerSchema.parse(shown.answer)
    expect(shown.text).toContain(plain(formats('fr').share(dataset.share)))
    // What only all columns together could tell is not said of some.
    expect(columns.length).toBeLessThan(dataset.columns)
    expect(shown.text).not.toContain('du poids du modèle')
    for (const { label } of columns) expect(shown.text).toContain(plain(label))
    expect(shown).toMatchObject({ faults: noFaults })
  })
})

test('Without a build no panel is offered and answers hold nothing for one', async () => {
  const [clientSide, serverSide] = InMemoryTransport.createLinkedPair()
  await createServer(lendAdvisor(advisor), { identify: identifyAll }).connect(serverSide)
  const plainClient = new Client({ name: 'test', version: '1.0.0' })
  await plainClient.connect(clientSide)
  const { tools } = await plainClient.listTools()
  expect(tools.filter(({ _meta }) => _meta)).toEqual([])
  const { resources } = await plainClient.listResources()
  expect(resources.filter(({ uri }) => uri.startsWith('ui:'))).toEqual([])
  await expect(plainClient.readResource({ uri: 'ui://credit-advisor/score' })).rejects.toThrow(
    /UNKNOWN_RESOURCE/,
  )
  const { _meta } = await plainClient.callTool({ name: 'scoreClient', arguments: { clientId } })
  expect(_meta).toBeUndefined()
})
