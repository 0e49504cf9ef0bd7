import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
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
  'a client compared with a group, with another request':
    '/clients/100001?reasons=20&cohort=group&groupIncome=Pensioner&groupAgeMin=x&creditAmount=300000&termMonths=30',
  'a client compared with too few': '/clients/100001?cohort=group&groupAmountMin=99000000&incomeAmount=1',
  'the gallery of panels': '/dev/gallery',
  'search results': '/clients/find?q=1000',
  'an unknown client': '/clients/999999',
  'a number that is none': '/clients/abc',
  'an unknown page': '/nowhere',
}

let server: TestServer
let browser: Browser

beforeAll(async () => {
  server = await startTestServer(inject('demoDataDir'), { GALLERY: '1' })
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
    await openEverything(page)
    const axe = new AxeBuilder({ page }).withTags(rules)
    // The gallery repeats a panel in every state it has: only there do landmarks share a name.
    if (path === '/dev/gallery') axe.disableRules(['landmark-unique'])
    expect(await findViolations(axe)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await findViolations(new AxeBuilder({ page }).withRules(rulesOfColour))).toEqual([])
    expect(complaints).toEqual([])
  })
})

/** Opens every disclosure: what they hold must be readable too. */
async function openEverything(page: Page) {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '')
  })
}

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
          getComputedStyle(table.parentElement as Element).overflowX !== 'auto' &&
          table.getBoundingClientRect().right > (table.parentElement?.getBoundingClientRect().right ?? 0) + 1,
      )
      const { scrollWidth, clientWidth } = document.documentElement
      return { pixels: scrollWidth - clientWidth, clippedTables: clipped.length }
    })
    expect(overflow).toEqual({ pixels: 0, clippedTables: 0 })
    await page.context().close()
  })
})
