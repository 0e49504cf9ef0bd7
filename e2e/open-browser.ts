import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { chromiumPath } from '#testing/ensure-chromium.ts'
import { signedInServers } from '#testing/start-test-server.ts'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Debian's Chromium, headless, with a profile of its own. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath, args: flags })
}

export interface WatchedPage {
  page: Page
  /** What the page complained of so far: errors, warnings and breaches of the content security policy. */
  complaints: string[]
}

export interface PageOptions extends BrowserContextOptions {
  /** Whether nobody has signed in. */
  isStranger?: boolean
}

/**
 * A fresh visitor's page, signed in to every demo that the test has started, that notes every complaint; a 404 that the
 * journey asks for is none.
 */
export async function openPage(
  browser: Browser,
  { isStranger = false, ...options }: PageOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  for (const [url, cookie] of isStranger ? [] : signedInServers) {
    const [name, value] = cookie?.split('=', 2) ?? []
    if (name && value) await context.addCookies([{ name, value, url }])
  }
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    const isExpected = message.text().includes('status of 404') && message.location().url === page.url()
    if (['error', 'warning'].includes(message.type()) && !isExpected) complaints.push(message.text())
  })
  return { page, complaints }
}
