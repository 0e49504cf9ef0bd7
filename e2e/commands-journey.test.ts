import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'
import { findViolations, measureOverflow } from './find-violations.ts'
import { openBrowser, openPage } from './open-browser.ts'
import { findFocusOutline, readClientPage, readText, waitForKeys } from './read-page.ts'

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

async function open(path: string) {
  const opened = await openPage(browser, { reducedMotion: 'reduce' })
  await opened.page.goto(server.url + path)
  await waitForKeys(opened.page)
  return opened
}

async function chooseCommand(page: Page, words: string) {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Commandes' })
  await palette.waitFor()
  await page.keyboard.type(words)
  await palette.getByRole('option', { selected: true }).waitFor()
  await page.keyboard.press('Enter')
}

const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id)

describe('The command palette', () => {
  test('finds a client by its digits and opens it', async () => {
    const { page, complaints } = await open('/model')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('1000')
    const options = page.getByRole('group', { name: 'Clients trouvés' }).getByRole('option')
    await options.nth(7).waitFor()
    await page.keyboard.press('ArrowDown')
    const chosen = Number((await readText(options.nth(1).locator('span').first())).replace(/\D/g, ''))
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/clients/${chosen}`)
    expect((await readClientPage(page)).heading).toBe(`Client ${chosen}`)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('opens with the button too, keeps the focus, and gives it back when it closes', async () => {
    const { page, complaints } = await open('/clients')
    const button = page.getByRole('button', { name: 'Ouvrir les commandes' })
    await button.click()
    const field = page.getByRole('combobox', { name: 'Numéro de client ou commande' })
    await field.fill('zzz')
    await page.getByText('Rien ne correspond à « zzz ».').waitFor()
    await field.fill('')
    const active = page.locator(`[id="${await field.getAttribute('aria-activedescendant')}"]`)
    expect(await active.getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('acts on the open client, keeps the rest of the address, and switches language and appearance', async () => {
    const { page, complaints } = await open('/clients/100001?reasons=12')
    await chooseCommand(page, 'similaires')
    await page.waitForURL('**reasons=12&cohort=similar*')
    expect(await focusedId(page)).toBe('comparison')
    await chooseCommand(page, 'simuler')
    expect(await page.evaluate(() => document.activeElement?.closest('section')?.id)).toBe('what-if')
    await chooseCommand(page, 'sombre')
    await page.locator('html[data-theme=dark]').waitFor()
    await chooseCommand(page, 'english')
    await page.locator('html[lang=en]').waitFor()
    expect(new URL(page.url()).search).toBe('?reasons=12&cohort=similar')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test.each(['fr', 'en'])('has nothing that axe finds, and fits a phone, in %s', async (language) => {
    const { page, complaints } = await open('/clients/100001')
    const kept = encodeURIComponent(Buffer.from(JSON.stringify(language)).toString('base64'))
    await page.context().addCookies([{ name: 'language', value: kept, url: server.url }])
    await page.reload()
    await waitForKeys(page)
    for (const key of ['Control+k', '?']) {
      await page.keyboard.press(key)
      await page.getByRole('dialog').waitFor()
      await page.emulateMedia({ colorScheme: 'light' })
      expect(await findViolations(page, [])).toEqual([])
      await page.setViewportSize({ width: 360, height: 640 })
      expect((await measureOverflow(page)).pixels).toBe(0)
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('Keys of one character', () => {
  test('lead to the pages and through the list', async () => {
    const { page, complaints } = await open('/clients')
    const links = page.locator('tbody .row-link')
    const isFocused = (index: number) => links.nth(index).evaluate((row) => row === document.activeElement)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await isFocused(1)).toBe(true)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('k')
    await page.keyboard.press('ArrowUp')
    expect(await isFocused(0)).toBe(true)
    expect(await findFocusOutline(page)).not.toBe('none')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/clients\/\d+$/)
    for (const [keys, path] of [
      ['gm', '/model'],
      ['gd', '/drift'],
      ['ga', '/account'],
      ['gp', '/clients'],
    ]) {
      await page.keyboard.type(keys as string)
      await page.waitForURL(server.url + path)
    }
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('mean nothing while a person types, nor once they are switched off', async () => {
    const { page, complaints } = await open('/clients')
    await page.getByRole('textbox', { name: 'Montant minimal' }).pressSequentially('gm?')
    expect(new URL(page.url()).pathname).toBe('/clients')
    await page.locator('h1').click()
    await page.keyboard.press('?')
    await page.getByRole('checkbox', { name: /^Raccourcis d’une touche/ }).uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.type('gm?j')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(new URL(page.url()).pathname).toBe('/clients')
    await page.reload()
    await waitForKeys(page)
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await chooseCommand(page, 'raccourcis')
    await page.getByRole('checkbox', { name: /^Raccourcis d’une touche/ }).check()
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('With the keyboard alone', () => {
  test('an advisor signs in, finds a client, reads why, compares and simulates', async () => {
    const { page, complaints } = await openPage(browser, { isStranger: true })
    await page.goto(server.url)
    await tabTo(page, /démonstration/)
    await page.keyboard.press('Enter')
    await waitForKeys(page)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('100001')
    await page.getByRole('group', { name: 'Clients trouvés' }).getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Pourquoi ce score' }).waitFor()
    await chooseCommand(page, 'raisons')
    expect(await focusedId(page)).toBe('reasons')
    await tabTo(page, /^Plus de raisons/)
    await page.keyboard.press('Enter')
    await page.waitForURL('**reasons=12*')
    await tabTo(page, /^Similaires/)
    await page.keyboard.press('Enter')
    await page.getByText('500 clients les plus similaires').waitFor()
    await page.locator('h1').evaluate((heading) => heading.ownerDocument.body.focus())
    await chooseCommand(page, 'simuler')
    await page.keyboard.press('ArrowLeft')
    await page.waitForURL('**creditAmount=*')
    await page.getByText('La probabilité de remboursement passe de').waitFor()
    expect(new URL(page.url()).searchParams.get('cohort')).toBe('similar')
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

/** Presses Tab until what has the focus reads so. */
async function tabTo(page: Page, words: RegExp) {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (words.test(text.trim())) return
  }
  throw new Error(`No ${words} is reached in 80 steps.`)
}
