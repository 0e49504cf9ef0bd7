import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'
import { openBrowser, openPage, type WatchedPage } from './open-browser.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The only ones that another colour scheme can change. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

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

describe.each(['fr', 'en'])('In %s, axe finds nothing', (language) => {
  let watched: WatchedPage

  beforeAll(async () => {
    // A colour on its way to the other scheme would be measured half-way.
    watched = await openPage(browser, { reducedMotion: 'reduce' })
    const cookie = encodeURIComponent(Buffer.from(JSON.stringify(language)).toString('base64'))
    await watched.page.context().addCookies([{ name: 'language', value: cookie, url: server.url }])
  })

  test.each(Object.entries(pages))('on %s, in light and in dark', async (_name, path) => {
    const { page, complaints } = watched
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(server.url + path)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await findViolations(new AxeBuilder({ page }).withTags(rules))).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await findViolations(new AxeBuilder({ page }).withRules(rulesOfColour))).toEqual([])
    expect(complaints).toEqual([])
  })
})

async function findViolations(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

describe('On a phone', () => {
  test.each(Object.entries(pages))('%s fits a width of 360 pixels', async (_name, path) => {
    const { page } = await openPage(browser, { viewport: { width: 360, height: 780 } })
    await page.goto(server.url + path)
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
