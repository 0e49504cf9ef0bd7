import { rmSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { bundleEvaluationSchema } from '#core/contracts/bundle-evaluation.ts'
import { prepareModelRecords } from '#testing/prepare-model-records.ts'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'
import { findViolations, measureOverflow, openEverything } from './find-violations.ts'
import { openBrowser, openPage } from './open-browser.ts'
import { findFocusOutline, readText, waitForScripts } from './read-page.ts'

let dataDir: string
let server: TestServer
let browser: Browser

beforeAll(async () => {
  dataDir = prepareModelRecords(inject('demoDataDir'), true)
  server = await startTestServer(dataDir)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** What the cost panel says at the ratio it shows. */
async function readCost(page: Page) {
  const panel = page.locator('section#cost')
  await panel.locator('output').waitFor()
  const [threshold = '', cost = ''] = await panel.locator('dl dd').allInnerTexts()
  const counts = await panel.locator('table').first().locator('tbody .text-lg').allInnerTexts()
  const toNumber = (text: string) =>
    Number.parseFloat(text.replace(/[\s\u00a0\u202f%]/g, '').replace(',', '.'))
  return {
    threshold: toNumber(threshold),
    cost: toNumber(cost),
    counts: counts.map(toNumber),
    sentence: await readText(panel.locator('output')),
    description: (await panel.getByRole('img').getAttribute('aria-label')) ?? '',
  }
}

describe('A data team that opens the model', () => {
  test('gets there from any page, and reads what it is and how it was judged, in both languages', async () => {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${server.url}/clients`)
    await page.getByRole('link', { name: 'Modèle', exact: true }).click()
    await page.getByRole('heading', { name: 'Modèle', level: 1 }).waitFor()
    const navigation = page.getByRole('navigation', { name: 'Navigation principale' })
    expect(await readText(navigation.locator('[aria-current=page]'))).toBe('Modèle')
    expect(await readText(page.locator('#identity'))).toMatch(/\d+ arbres de décision boostés/)
    expect(await page.locator('#figures dt').allInnerTexts()).toHaveLength(5)
    expect(await readText(page.locator('#candidates tr', { hasText: 'retenu' }))).toContain('LightGBM')
    expect(await page.locator('#ranking').getByRole('img').getAttribute('aria-label')).toContain('Courbe ROC')

    await page.getByRole('button', { name: 'English' }).click()
    await page.locator('html[lang=en]').waitFor()
    await page.getByRole('heading', { name: 'Key figures' }).waitFor()
    expect(await readText(page.locator('#candidates tr', { hasText: 'chosen' }))).toContain('LightGBM')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('opens the table of every drawing', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${server.url}/model`)
    for (const id of ['cost', 'ranking', 'precision-recall', 'calibration', 'importance']) {
      const panel = page.locator(`section#${id}`)
      await panel.locator('summary').click()
      expect(await panel.locator('details table tbody tr').count()).toBeGreaterThan(5)
    }
    expect(await page.locator('section#fairness summary').count()).toBe(3)
    await page.context().close()
  })

  test('takes the card and the evaluation away', async () => {
    const card = await server.fetch('/model/model-card.md')
    expect(card.headers.get('content-type')).toContain('text/markdown')
    expect(await card.text()).toContain('# Model card')
    const evaluation = await server.fetch('/model/evaluation.json')
    expect(bundleEvaluationSchema.safeParse(await evaluation.json()).success).toBe(true)
    expect((await server.fetch('/model/manifest.json')).status).toBe(404)
  })
})

describe('A risk committee that weighs mistakes', () => {
  test('moves the ratio by keyboard: threshold, matrix and cost follow, and the address keeps it', async () => {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${server.url}/model`)
    await waitForScripts(page)
    const served = await readCost(page)
    expect(served.sentence).toContain('Le rapport servi')
    const slider = page.getByRole('slider', { name: 'Rapport des coûts, curseur' })
    expect(await slider.getAttribute('aria-valuetext')).toBe('10 pour 1')

    await slider.focus()
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight')
    expect(await slider.getAttribute('aria-valuetext')).toBe('20 pour 1')
    expect(await findFocusOutline(page)).not.toBe('none')
    const stricter = await readCost(page)
    expect(stricter.threshold).toBeLessThan(served.threshold)
    expect(stricter.counts[1]).toBeGreaterThan(served.counts[1] as number)
    expect(stricter.counts[2]).toBeLessThan(served.counts[2] as number)
    expect(stricter.counts.reduce((sum, count) => sum + count)).toBe(6000)
    expect(stricter.description).toContain('20 pour 1')
    await page.waitForURL('**/model?ratio=20')
    expect(await slider.evaluate((element) => element === document.activeElement)).toBe(true)

    await page.keyboard.press('Home')
    await page.waitForURL('**/model?ratio=1')
    await page.getByRole('link', { name: 'y revenir' }).click()
    await page.waitForURL((url) => url.search === '')
    await expect.poll(() => readCost(page)).toEqual(served)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('types a ratio of its own, and sends the link to others', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${server.url}/model`)
    await waitForScripts(page)
    await page.getByRole('textbox', { name: 'Un défaut manqué coûte' }).fill('7,5')
    await page.waitForURL('**/model?ratio=7.5')
    const typed = await readCost(page)
    const other = await openPage(browser)
    await other.page.goto(page.url())
    expect(await readCost(other.page)).toEqual(typed)
    await other.page.context().close()
    await page.context().close()
  })

  test('does the same without scripts, by the address', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false })
    await page.goto(`${server.url}/model?importance=all`)
    const served = await readCost(page)
    await page.getByRole('textbox', { name: 'Un défaut manqué coûte' }).fill('25')
    await page.getByRole('button', { name: 'Appliquer' }).click()
    expect(new URL(page.url()).search).toBe('?importance=all&ratio=25')
    expect((await readCost(page)).threshold).toBeLessThan(served.threshold)
    await page.goto(`${server.url}/model?ratio=beaucoup`)
    await page.getByText('« beaucoup » n’est pas un rapport de 1 à 50').waitFor()
    expect(await readCost(page)).toEqual(served)
    await page.context().close()
  })
})

describe('The model’s page', () => {
  test('lists the twenty features that weigh most, and all of them on demand', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${server.url}/model`)
    await waitForScripts(page)
    const rows = page.locator('section#importance ol > li')
    expect(await rows.count()).toBe(20)
    const more = page.getByRole('link', { name: /^Voir les \d+ variables$/ })
    const count = Number((await readText(more)).replace(/\D/g, ''))
    await more.click()
    await page.waitForURL('**importance=all')
    await expect.poll(() => rows.count()).toBe(count)
    await page.context().close()
  })

  test('has nothing that axe finds, in light and in dark', async () => {
    const { page } = await openPage(browser, { reducedMotion: 'reduce' })
    await page.goto(`${server.url}/model?ratio=20`)
    await openEverything(page)
    expect(await findViolations(page)).toEqual([])
    await page.context().close()
  })

  test('fits a phone', async () => {
    const { page } = await openPage(browser, { viewport: { width: 360, height: 780 } })
    await page.goto(`${server.url}/model?ratio=50`)
    expect(await measureOverflow(page)).toEqual({ pixels: 0, clippedTables: 0 })
    await page.context().close()
  })
})

describe('A model that was trained before evaluations were written', () => {
  test('shows what its manifest holds, and says what is missing', async () => {
    const bare = prepareModelRecords(inject('demoDataDir'), false)
    const bareServer = await startTestServer(bare)
    const { page, complaints } = await openPage(browser)
    await page.goto(`${bareServer.url}/model`)
    await page.getByText('Ce modèle n’a pas d’évaluation détaillée').waitFor()
    expect(await page.locator('#candidates tbody tr').count()).toBeGreaterThan(2)
    expect(await page.locator('#cost, #fairness, #ranking').count()).toBe(0)
    expect((await bareServer.fetch('/model/evaluation.json')).status).toBe(404)
    expect(complaints).toEqual([])
    await page.context().close()
    await bareServer.stop()
    rmSync(bare, { recursive: true, force: true })
  })
})
