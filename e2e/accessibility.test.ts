import AxeBuilder from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'
import { openBrowser, openPage } from './open-browser.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const pages = {
  'the portfolio': '/clients',
  'a filtered portfolio with a problem in its address': '/clients?advice=review&class=C&sort=-credit&min=x',
  'an empty portfolio': '/clients?min=999999999',
  'a client': '/clients/100001',
  'search results': '/clients/find?q=1000',
  'an unknown client': '/clients/999999',
  'a number that is none': '/clients/abc',
  'an unknown page': '/nowhere',
}

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

describe.each([
  { language: 'fr', colorScheme: 'light' },
  { language: 'fr', colorScheme: 'dark' },
  { language: 'en', colorScheme: 'light' },
  { language: 'en', colorScheme: 'dark' },
] as const)('In $language, $colorScheme', ({ language, colorScheme }) => {
  test.each(Object.entries(pages))('axe finds nothing on %s', async (_name, path) => {
    const { page, complaints } = await openPage(browser, { colorScheme })
    const cookie = encodeURIComponent(Buffer.from(JSON.stringify(language)).toString('base64'))
    await page.context().addCookies([{ name: 'language', value: cookie, url: server.url }])
    await page.goto(server.url + path, { waitUntil: 'networkidle' })
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('On a phone', () => {
  test.each(Object.entries(pages))('%s fits a width of 360 pixels', async (_name, path) => {
    const { page } = await openPage(browser, { viewport: { width: 360, height: 780 } })
    await page.goto(server.url + path, { waitUntil: 'networkidle' })
    const overflow = await page.evaluate(() => {
      const tables = [...document.querySelectorAll('table')]
      const clipped = tables.filter(
        (table) =>
          table.getBoundingClientRect().right > (table.parentElement?.getBoundingClientRect().right ?? 0) + 1,
      )
      const { scrollWidth, clientWidth } = document.documentElement
      return { pixels: scrollWidth - clientWidth, clippedTables: clipped.length }
    })
    expect(overflow).toEqual({ pixels: 0, clippedTables: 0 })
    await page.context().close()
  })
})
