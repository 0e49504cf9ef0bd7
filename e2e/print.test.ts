import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'
import { openBrowser, openPage } from './open-browser.ts'
import { readText } from './read-page.ts'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  server = await startTestServer(inject('demoDataDir'))
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('A printed client', () => {
  test.each(['/clients/100001', '/clients/100003'])('%s takes two sheets at most', async (path) => {
    const { page } = await openPage(browser)
    await page.goto(server.url + path)
    const sheets = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    expect(sheets.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2)
    await page.context().close()
  })

  test('says when and with which model it was computed and that a person decides, and has charts but no navigation', async () => {
    const { page } = await openPage(browser, { colorScheme: 'dark' })
    await page.goto(`${server.url}/clients/100001`)
    await page.emulateMedia({ media: 'print' })
    const paper = await readText(page.locator('body'))
    expect(paper).toMatch(/Calculé le .*\d{4}.* · modèle lgbm-/)
    expect(paper).toContain('La décision revient à une personne.')
    expect(await page.locator('nav:visible, button:visible, input:visible, summary:visible').count()).toBe(0)
    for (const panel of ['decision', 'themes', 'reasons', 'comparison']) {
      expect(await page.locator(`#${panel} svg:visible`).count(), panel).toBeGreaterThan(0)
    }
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    )
    await page.context().close()
  })
})
