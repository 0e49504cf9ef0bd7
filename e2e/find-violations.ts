import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The only ones that another colour scheme can change. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** Opens every disclosure: what they hold must be readable too. */
export async function openEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '')
  })
}

/** What axe finds on the page as it stands, in light and in dark; frames, which others made, are left out. */
export async function findViolations(page: Page, disabledRules: string[] = []): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  const everything = new AxeBuilder({ page }).withTags(rules).disableRules(disabledRules).exclude('iframe')
  const light = await analyze(everything)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await analyze(new AxeBuilder({ page }).withRules(rulesOfColour).exclude('iframe'))
  return [...light, ...dark]
}

async function analyze(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

/** How far the page, or a table that does not scroll by itself, reaches past a narrow screen. */
export function measureOverflow(page: Page): Promise<{ pixels: number; clippedTables: number }> {
  return page.evaluate(() => {
    const clipped = [...document.querySelectorAll('table')].filter(
      (table) =>
        getComputedStyle(table.parentElement as Element).overflowX !== 'auto' &&
        table.getBoundingClientRect().right > (table.parentElement?.getBoundingClientRect().right ?? 0) + 1,
    )
    const { scrollWidth, clientWidth } = document.documentElement
    return { pixels: scrollWidth - clientWidth, clippedTables: clipped.length }
  })
}
