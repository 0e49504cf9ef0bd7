import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'
import { findViolations, measureOverflow, openEverything } from './find-violations.ts'
import { openBrowser, openPage, type WatchedPage } from './open-browser.ts'

const pages = {
  'the portfolio': '/clients',
  'a filtered portfolio with a problem in its address': '/clients?advice=review&class=C&sort=-credit&min=x',
  'an empty portfolio': '/clients?min=999999999',
  'a client': '/clients/100001',
  'a client compared with a group, with another request':
    '/clients/100001?reasons=20&cohort=group&groupIncome=Pensioner&groupAgeMin=x&creditAmount=300000&termMonths=30',
  'a client compared with too few': '/clients/100001?cohort=group&groupAmountMin=99000000&incomeAmount=1',
  'the gallery of a client’s panels': '/dev/gallery?panels=client',
  'the model': '/model',
  'the drift of the data': '/drift?open=credit_amount&open=contract_type_code',
  'the drift of a window that is none': '/drift?window=never',
  'a missing report of evidently’s': '/drift/evidently',
  'search results': '/clients/find?q=1000',
  'one’s own account': '/account',
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
    // The gallery repeats a panel in every state it has: only there do landmarks share a name.
    const isGallery = path.startsWith('/dev/gallery')
    expect(await findViolations(page, isGallery ? ['landmark-unique'] : [])).toEqual([])
    expect(complaints).toEqual([])
  })
})

describe('At 200 % of a laptop’s width', () => {
  test.each(['/clients', '/clients/100001?cohort=similar', '/model', '/drift', '/account'])(
    '%s reflows: nothing is cut, and little of the height is kept by what sticks',
    async (path) => {
      const { page } = await openPage(browser, {
        viewport: { width: 640, height: 400 },
        deviceScaleFactor: 2,
        reducedMotion: 'reduce',
      })
      await page.goto(server.url + path)
      expect(await measureOverflow(page)).toEqual({ pixels: 0, clippedTables: 0 })
      await page.evaluate(() => window.scrollTo(0, 1500))
      const kept = await page.evaluate(() => {
        const stuck = [...document.querySelectorAll('body *')].filter(
          (element) => getComputedStyle(element).position === 'sticky',
        )
        const bottoms = stuck
          .map((element) => element.getBoundingClientRect())
          .filter(({ top, height }) => top >= -1 && top < 100 && height > 0)
          .map(({ bottom }) => bottom)
        return Math.max(0, ...bottoms)
      })
      expect(kept).toBeLessThan(400 / 4)
      await page.context().close()
    },
  )
})

describe('Where motion is to be reduced', () => {
  test.each(['/clients', '/clients/100001?cohort=similar', '/model', '/drift', '/account', '/nowhere'])(
    'nothing moves by itself on %s, nor when something is pointed at',
    async (path) => {
      const { page } = await openPage(browser, { reducedMotion: 'reduce' })
      await page.goto(server.url + path)
      expect(await listMotions(page)).toEqual([])
      await page.getByRole('link').last().hover()
      await page.keyboard.press('Control+k')
      expect(await listMotions(page)).toEqual([])
      await page.context().close()
    },
  )

  test('elsewhere something does: this would be seen', async () => {
    const { page } = await openPage(browser, { reducedMotion: 'no-preference' })
    await page.goto(`${server.url}/clients`)
    expect(await listMotions(page)).not.toEqual([])
    await page.context().close()
  })
})

/** What runs, or would run for longer than an eye can see: animations, transitions, smooth scrolling. */
function listMotions(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const seconds = (list: string) => Math.max(...list.split(',').map(Number.parseFloat))
    const running = document.getAnimations().map((animation) => animation.constructor.name)
    const styled = [...document.querySelectorAll('*')].flatMap((element) => {
      const style = getComputedStyle(element)
      const moves = [
        style.transitionProperty !== 'none' && seconds(style.transitionDuration) > 0.001,
        style.animationName !== 'none' && seconds(style.animationDuration) > 0.001,
        style.scrollBehavior === 'smooth',
      ]
      return moves.includes(true) ? [`${element.tagName} ${element.className}`] : []
    })
    return [...running, ...styled]
  })
}

describe('On a phone', () => {
  // Model and drift have their pages above; the states that these lack are held to their width here.
  const allPages = { ...pages, 'the gallery of panels': '/dev/gallery' }

  test.each(Object.entries(allPages))('%s fits a width of 360 pixels', async (_name, path) => {
    const { page } = await openPage(browser, { viewport: { width: 360, height: 780 } })
    await page.goto(server.url + path)
    expect(await measureOverflow(page)).toEqual({ pixels: 0, clippedTables: 0 })
    await page.context().close()
  })
})
