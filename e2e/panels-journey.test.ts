import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'
import { openBrowser, openPage } from './open-browser.ts'
import { findFocusOutline, readRows, readText, waitForScripts } from './read-page.ts'

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

const readNumber = (text: string) => Number.parseFloat(text.replace('−', '-').replace(',', '.'))

/** The sum that the waterfall's rows make, and the score it ends at. */
async function readWaterfall(page: Page) {
  const panel = page.locator('section#reasons')
  await panel.locator('summary').click()
  const totals = await panel.locator('tbody tr td:last-child').allInnerTexts()
  const moves = await panel.locator('tbody tr td:nth-last-child(2)').allInnerTexts()
  const sum = moves.slice(1).reduce((total, move) => total + readNumber(move), readNumber(totals[0] ?? ''))
  return { sum, end: readNumber(totals.at(-1) ?? ''), rows: moves.length }
}

/** A client whom some change would bring past the threshold. */
async function openClientWithSuggestions(page: Page) {
  await page.goto(`${server.url}/clients?advice=review`)
  for (const { clientId } of await readRows(page)) {
    await page.goto(`${server.url}/clients/${clientId}`)
    if ((await page.locator('section#suggestions li').count()) > 0) return
  }
  throw new Error('No client of the first page has a suggestion.')
}

describe('An advisor who asks why', () => {
  test('reads reasons that add up to the score, in French and in English', async () => {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${server.url}/clients/100001`)
    await waitForScripts(page)
    const panel = page.locator('section#reasons')
    await panel.getByRole('heading', { name: 'Pourquoi ce score' }).waitFor()
    expect(await panel.locator('ol > li').count()).toBe(7)
    const { sum, end, rows } = await readWaterfall(page)
    expect(rows).toBe(8)
    expect(sum).toBeCloseTo(end, 1)

    await panel.getByRole('link', { name: 'Plus de raisons (12)' }).click()
    await page.waitForURL('**reasons=12*')
    await page.waitForFunction(() => document.querySelectorAll('#reasons ol > li').length === 13)

    const themes = page.locator('section#themes')
    const marks = await themes.locator('li > span:nth-child(2)').allInnerTexts()
    expect(marks.length).toBeGreaterThan(4)
    for (const mark of marks) expect(mark.trim()).toMatch(/^([−+][1-5]|0)$/)

    await page.getByRole('button', { name: 'English' }).click()
    await page.locator('html[lang=en]').waitFor()
    await panel.getByRole('heading', { name: 'Why this score' }).waitFor()
    expect(await panel.locator('ol > li').count()).toBe(13)
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('An advisor who compares', () => {
  test('with all, with the similar, and with a group chosen on the page', async () => {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${server.url}/clients/100001`)
    await waitForScripts(page)
    const panel = page.locator('section#comparison')
    const size = () => readText(panel.locator('dd').first())
    expect(await size()).toBe('1 500')

    await panel.getByRole('link', { name: 'Similaires (500)' }).click()
    await panel.getByText('500 clients les plus similaires').waitFor()
    expect(await size()).toBe('500')

    await panel.getByRole('link', { name: 'Groupe…' }).click()
    await panel.getByLabel('Type de revenus').selectOption({ label: 'Retraité' })
    await panel.getByRole('textbox', { name: 'Âge, minimum' }).fill('50')
    await panel.getByRole('button', { name: 'Comparer' }).click()
    await panel.getByText('Retraité, 50 ans ou plus').waitFor()
    expect(new URL(page.url()).search).toBe('?cohort=group&groupIncome=Pensioner&groupAgeMin=50')
    expect(Number(await size())).toBeGreaterThanOrEqual(30)

    await panel.getByRole('textbox', { name: 'Montant du crédit, minimum' }).fill('99 000 000')
    await panel.getByRole('button', { name: 'Comparer' }).click()
    await panel.getByText('Ce groupe compte moins de 30 clients').waitFor()
    await page.getByRole('heading', { name: 'Pourquoi ce score' }).waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('chooses which elements are compared', async () => {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${server.url}/clients/100001`)
    await waitForScripts(page)
    const panel = page.locator('section#comparison')
    expect(await panel.locator('h3').count()).toBe(8)
    await panel.locator('summary', { hasText: 'Choisir les éléments comparés' }).click()
    const boxes = panel.getByRole('checkbox', { checked: true })
    while ((await boxes.count()) > 2) await boxes.first().uncheck()
    await panel.getByRole('button', { name: 'Appliquer' }).click()
    await page.waitForURL('**feature=*')
    await page.waitForFunction(() => document.querySelectorAll('#comparison h3').length === 3)
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('An advisor who tries another request', () => {
  test('moves a slider and reads the new probability; the address keeps it', async () => {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${server.url}/clients/100001?reasons=12`)
    await waitForScripts(page)
    const panel = page.locator('section#what-if')
    const slider = panel.getByRole('slider', { name: 'Montant du crédit, curseur' })
    await slider.focus()
    for (let step = 0; step < 30; step++) await page.keyboard.press('ArrowLeft')
    await page.waitForURL('**creditAmount=*')
    const sentence = await readText(panel.locator('output'))
    expect(sentence).toMatch(/^La probabilité de remboursement passe de \d+,\d % à \d+,\d % \(seuil/)
    expect(await slider.evaluate((input) => input === document.activeElement)).toBe(true)
    expect(new URL(page.url()).searchParams.get('reasons')).toBe('12')

    await page.reload()
    expect(await readText(panel.locator('output'))).toBe(sentence)
    await panel.getByRole('link', { name: 'Revenir à la demande' }).click()
    await page.waitForURL((url) => !url.search.includes('creditAmount'))
    await panel.getByText('La demande telle quelle').waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('types a figure, and is told when it is not plausible', async () => {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${server.url}/clients/100001`)
    await waitForScripts(page)
    const panel = page.locator('section#what-if')
    await panel.getByRole('textbox', { name: 'Revenu annuel' }).fill('999 000 000')
    await panel.getByText('Ces valeurs ne sont pas plausibles').waitFor()
    await panel.getByRole('textbox', { name: 'Revenu annuel' }).fill('300 000')
    await panel.getByText('La probabilité de remboursement passe de').waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('tries a suggestion: the sliders show it and score what it promises', async () => {
    const { page, complaints } = await openPage(browser)
    await openClientWithSuggestions(page)
    await waitForScripts(page)
    const row = page.locator('section#suggestions li').first()
    const promised = (await readText(row)).match(/\d+,\d %/)?.[0]
    await row.getByRole('link', { name: /^Essayer/ }).click()
    const output = page.locator('section#what-if output')
    await output.getByText('La probabilité de remboursement passe de').waitFor()
    expect(await readText(output)).toContain(` à ${promised} `)
    await row.locator('a[aria-current=true]').waitFor()
    await page.goBack()
    await output.getByText('La demande telle quelle').waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('By keyboard', () => {
  test('every panel is reached, in order, and the focus is always seen', async () => {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${server.url}/clients/100001?cohort=group`)
    await waitForScripts(page)
    await page.locator('main').focus()
    const reached: string[] = []
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab')
      // Past the page's last control the browser itself has the focus.
      if (await page.evaluate(() => document.activeElement === document.body)) break
      expect(await findFocusOutline(page)).not.toBe('none')
      const panel = await page.evaluate(() => document.activeElement?.closest('main section[id]')?.id)
      if (panel && reached.at(-1) !== panel) reached.push(panel)
    }
    expect(reached.filter((panel) => panel !== 'suggestions')).toEqual([
      'decision',
      'themes',
      'reasons',
      'what-if',
      'comparison',
      'profile',
    ])
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('Without scripts', () => {
  test('reasons, comparison, what-if and suggestions all work, and keep each other’s state', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false })
    await openClientWithSuggestions(page)
    await page.getByRole('link', { name: 'Plus de raisons (12)' }).click()
    await expect.poll(() => page.locator('#reasons ol > li').count()).toBe(13)
    const comparison = page.locator('section#comparison')
    await comparison.getByRole('link', { name: 'Groupe…' }).click()
    await comparison.getByLabel('Type de contrat').selectOption({ label: 'Prêt personnel' })
    await comparison.getByRole('button', { name: 'Comparer' }).click()
    await comparison.getByText('Prêt personnel.', { exact: true }).waitFor()

    const row = page.locator('section#suggestions li').first()
    await row.getByRole('link', { name: /^Essayer/ }).click()
    const whatIf = page.locator('section#what-if')
    const output = whatIf.locator('output')
    expect(await readText(output)).toContain('La probabilité de remboursement passe de')
    await whatIf.getByRole('textbox', { name: 'Revenu annuel' }).fill('400 000')
    await whatIf.getByRole('button', { name: 'Calculer' }).click()
    const parameters = new URL(page.url()).searchParams
    expect(parameters.get('annualIncomeAmount')).toBe('400 000')
    expect(parameters.get('reasons')).toBe('12')
    expect(parameters.get('groupContract')).toBe('Cash loans')
    // Where the model gives it no weight, it stands among what is folded away.
    await whatIf.getByText('Revenu déclaré').first().waitFor({ state: 'attached' })
    await page.context().close()
  })
})

describe('The simulation’s address', () => {
  test('answers as JSON, refuses what is no client, and stays silent when nothing changes', async () => {
    const ask = (path: string) => server.fetch(`/clients/${path}`)
    const answer = await (await ask('100001/simulation?creditAmount=250000')).json()
    expect(answer).toMatchObject({ problem: null, answer: { clientId: 100001 } })
    expect(await (await ask('100001/simulation?creditAmount=abc')).json()).toBe(null)
    expect((await ask('999999999/simulation?creditAmount=250000')).status).toBe(404)
    expect((await ask('abc/simulation')).status).toBe(404)
  })
})

describe('The gallery', () => {
  test('is shut in production', async () => {
    expect((await server.fetch('/dev/gallery')).status).toBe(404)
  })
})
