import type { Locator, Page } from 'playwright-core'

const thinSpaces = /[\u00a0\u202f]/g

/** Text as a person types it: ordinary spaces. */
function readable(text: string): string {
  return text.replace(thinSpaces, ' ').trim()
}

/** The text that is seen: what the layout hides, as the long form of a badge on a phone, is left out. */
export async function readText(locator: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: hidden text must not count
  return readable(await locator.innerText())
}

/** The main figures of a client's page, as shown. */
export async function readClientPage(page: Page) {
  const decision = page.locator('section#decision')
  await decision.waitFor()
  return {
    heading: (await readText(page.locator('h1'))).replace(/(\d)\s+(?=\d)/g, '$1'),
    probability: await readText(decision.locator('.text-display')),
    advice: await readText(decision.locator('.text-display + p > span').first()),
    gauge: readable((await decision.getByRole('img').getAttribute('aria-label')) ?? ''),
    sentence: await readText(decision.locator('.max-w-prose')),
  }
}

/** The rows of the portfolio's table, as shown. */
export async function readRows(page: Page) {
  const rows = await page.locator('tbody tr').all()
  return Promise.all(
    rows.map(async (row) => ({
      clientId: Number((await readText(row.locator('th > a'))).replace(/\D/g, '')),
      advice: await readText(row.locator('td').nth(0)),
      repayment: Number.parseFloat((await readText(row.locator('td').nth(2))).replace(',', '.')),
    })),
  )
}

/** The outline round what has the focus: on itself, on its box laid over a row, or on the label it stands in. */
export function findFocusOutline(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement as Element
    const styles = [
      getComputedStyle(focused),
      getComputedStyle(focused, '::after'),
      getComputedStyle(focused.closest('label') ?? focused),
    ]
    return styles.map(({ outlineStyle }) => outlineStyle).find((style) => style !== 'none') ?? 'none'
  })
}

/** Waits until scripts have taken the page over: what is pressed before, a browser handles alone. */
export async function waitForScripts(page: Page) {
  await page.waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith('__react')))
}

/** Waits until keys of the page's own are listened to. */
export async function waitForKeys(page: Page) {
  await page.locator('header button[aria-keyshortcuts]').waitFor()
}
