import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'
import { openBrowser, openPage } from './open-browser.ts'
import {
  findFocusOutline,
  readClientPage,
  readRows,
  readText,
  waitForKeys,
  waitForScripts,
} from './read-page.ts'

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

describe('An advisor who looks for a client', () => {
  test('finds a client by the first digits and reads the advice', async () => {
    const { page, complaints } = await openPage(browser)
    await page.goto(server.url)
    expect(new URL(page.url()).pathname).toBe('/clients')
    expect(await page.locator('html').getAttribute('lang')).toBe('fr')

    await waitForKeys(page)
    await page.keyboard.press('/')
    await page.keyboard.type('1000')
    const options = page.getByRole('listbox', { name: 'Clients trouvés' }).getByRole('option')
    await options.first().waitFor()
    expect(await options.count()).toBe(8)
    const chosen = options.nth(2)
    const chosenId = Number((await readText(chosen.locator('span').first())).replace(/\D/g, ''))
    await chosen.click()
    await page.waitForURL(`**/clients/${chosenId}`)

    const shown = await readClientPage(page)
    expect(shown.heading).toBe(`Client ${chosenId}`)
    expect(shown.probability).toMatch(/^\d{1,3},\d %$/)
    expect(shown.gauge).toContain(`Probabilité de remboursement ${shown.probability}, seuil d’accord`)
    expect(shown.advice).toMatch(/^(Accord conseillé|À examiner|Refus conseillé)$/)
    expect(shown.sentence).toMatch(/(points? sous le|points? au-dessus du|Au niveau du) seuil d’accord/)
    expect(shown.sentence).toMatch(/Sur 100 dossiers comparables/)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('switches to English and finds the same figures, the language kept for the next page', async () => {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${server.url}/clients/100001`)
    const french = await readClientPage(page)
    await page.getByRole('button', { name: 'English' }).click()
    await page.locator('html[lang=en]').waitFor()
    const english = await readClientPage(page)
    expect(english.probability).toBe(french.probability.replace(',', '.').replace(' ', ''))
    expect(await page.title()).toContain('Client')
    await page.getByRole('link', { name: 'Portfolio', exact: true }).click()
    await page.getByRole('heading', { name: 'Portfolio', level: 1 }).waitFor()
    await page.reload()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('An advisor in the portfolio', () => {
  test('sorts and filters the list, and turns its pages', async () => {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${server.url}/clients`)
    await waitForScripts(page)
    await page.locator('label', { hasText: 'Refus' }).click()
    await page.waitForURL('**/clients?advice=refuse*')
    await page.getByRole('link', { name: 'Remboursement' }).click()
    await page.waitForURL('**sort=repayment*')
    await page.locator('th[aria-sort=ascending]').waitFor()
    const first = await readRows(page)
    expect(new Set(first.map(({ advice }) => advice))).toEqual(new Set(['Refus conseillé']))
    const sorted = first.map(({ repayment }) => repayment)
    expect(sorted).toEqual([...sorted].sort((left, right) => left - right))

    await page.getByRole('link', { name: 'Page 2', exact: true }).click()
    await page.waitForURL('**page=2*')
    await page.locator('[aria-current=page]', { hasText: '2' }).waitFor()
    const second = await readRows(page)
    expect(second[0]?.repayment).toBeGreaterThanOrEqual(sorted.at(-1) ?? 0)
    expect(second.map(({ clientId }) => clientId)).not.toContain(first[0]?.clientId)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('takes one filter away, and then all, and keeps the order', async () => {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${server.url}/clients?advice=refuse&class=D&class=E&min=200000&sort=-credit&page=2`)
    await waitForScripts(page)
    const chips = page.getByRole('list', { name: 'Filtres appliqués' }).getByRole('link')
    expect(await chips.count()).toBe(5)
    await page.getByRole('link', { name: 'Retirer le filtre Classe D' }).click()
    await page.waitForURL('**/clients?advice=refuse&class=E&min=200000&sort=-credit')
    await page.getByRole('link', { name: 'Retirer le filtre Montant minimal 200 000 €' }).click()
    await page.waitForURL('**/clients?advice=refuse&class=E&sort=-credit')
    await page.getByRole('link', { name: 'Retirer tous les filtres' }).click()
    await page.waitForURL('**/clients?sort=-credit')
    await chips.first().waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('keeps the names of the columns in sight as the list scrolls', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${server.url}/clients`)
    await page.evaluate(() => window.scrollTo(0, 700))
    const bottomOfHeader = await page
      .locator('body > header')
      .evaluate((el) => el.getBoundingClientRect().bottom)
    const top = await page
      .locator('thead th')
      .first()
      .evaluate((el) => el.getBoundingClientRect().top)
    expect(Math.abs(top - bottomOfHeader)).toBeLessThan(1.5)
    await page.context().close()
  })

  test('opens a client from its row, and comes back to the same state of the list', async () => {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${server.url}/clients?class=A&sort=-credit`)
    const [row] = await readRows(page)
    await page.locator('tbody tr').first().locator('td').last().click({ force: true })
    await page.waitForURL(`**/clients/${row?.clientId}`)
    await page.goBack()
    await page.getByRole('heading', { name: 'Portefeuille' }).waitFor()
    expect(new URL(page.url()).search).toBe('?class=A&sort=-credit')
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('An advisor', () => {
  test('who mistypes a number gets the nearest ones', async () => {
    const { page, complaints } = await openPage(browser)
    const response = await page.goto(`${server.url}/clients/999999999`)
    expect(response?.status()).toBe(404)
    await page.getByRole('heading', { name: 'Aucun client ne porte ce numéro' }).waitFor()
    const nearest = page.getByRole('list', { name: 'Numéros les plus proches' }).getByRole('link')
    expect(await nearest.count()).toBeGreaterThan(0)
    await nearest.first().click()
    await page.getByRole('heading', { name: 'Probabilité de remboursement' }).waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('who follows a broken address is told which part could not be read', async () => {
    const { page, complaints } = await openPage(browser)
    const address = '/clients?advice=refuse&min=abc&page=99999&sort=<script>alert(1)</script>'
    const response = await page.goto(server.url + address)
    expect(response?.status()).toBe(200)
    const notice = page.getByRole('region', { name: 'Une partie de l’adresse n’a pas pu être lue' })
    expect(await notice.getByRole('listitem').count()).toBe(3)
    expect((await readRows(page)).length).toBeGreaterThan(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('An advisor with habits', () => {
  test('needs no mouse: skip link, shortcut, arrows, Enter, and the focus is always seen', async () => {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${server.url}/clients`)
    await waitForKeys(page)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Aller au contenu')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')

    await page.keyboard.press('/')
    await page.keyboard.type('10000')
    await page.getByRole('listbox', { name: 'Clients trouvés' }).getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const search = page.getByRole('combobox', { name: 'Rechercher un client par numéro' })
    const active = await search.getAttribute('aria-activedescendant')
    const option = page.locator(`[id="${active}"]`)
    expect(await option.getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Escape')
    expect(await search.getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Probabilité de remboursement' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')

    await page.goto(`${server.url}/clients`)
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab')
      expect(await findFocusOutline(page)).not.toBe('none')
    }
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('may press keys before scripts have taken the page over', async () => {
    const { page, complaints } = await openPage(browser)
    await page.addInitScript(() => {
      const press = () =>
        document.querySelector('a')?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }))
      const pressAlways = () => {
        press()
        setTimeout(pressAlways)
      }
      pressAlways()
      new MutationObserver(press).observe(document, { childList: true, subtree: true })
    })
    for (let visit = 0; visit < 5; visit++) {
      await page.goto(`${server.url}/clients?visit=${visit}`)
      await waitForKeys(page)
    }
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('chooses the dark appearance, and it is there from the first byte of the next page', async () => {
    const { page, complaints } = await openPage(browser, { colorScheme: 'light' })
    await page.goto(`${server.url}/clients`)
    await page.getByRole('button', { name: 'Apparence' }).click()
    await page.getByRole('button', { name: 'Sombre' }).click()
    await page.locator('html[data-theme=dark]').waitFor()
    const response = await page.reload()
    expect(await response?.text()).toContain('<html lang="fr" data-theme="dark">')
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(background).toBe('rgb(20, 19, 18)')
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('Without scripts', () => {
  test('search, filters, sorting, pages, language and appearance all work', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false })
    await page.goto(server.url)
    const search = page.getByRole('combobox', { name: 'Rechercher un client par numéro' })
    await search.fill('100 001')
    await search.press('Enter')
    await page.waitForURL('**/clients/100001')
    expect((await readClientPage(page)).heading).toBe('Client 100001')

    await page.getByRole('button', { name: 'English' }).click()
    await page.waitForURL('**/clients/100001')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')

    await page.getByRole('link', { name: 'Portfolio', exact: true }).click()
    await page.locator('label', { hasText: 'Refuse' }).click()
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.waitForURL('**advice=refuse*')
    await page.getByRole('link', { name: 'Amount requested' }).click()
    await page.getByRole('link', { name: 'Next' }).click()
    await page.waitForURL('**page=2*')
    const rows = await readRows(page)
    expect(new Set(rows.map(({ advice }) => advice))).toEqual(new Set(['Refusal advised']))
    expect(new URL(page.url()).searchParams.get('page')).toBe('2')

    await page.getByRole('button', { name: 'Appearance' }).click()
    await page.getByRole('button', { name: 'Dark' }).click()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(new URL(page.url()).searchParams.get('advice')).toBe('refuse')
    await page.context().close()
  })

  test('the first digits lead to the list of those that match', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false })
    await page.goto(`${server.url}/clients/find?q=1000`)
    const found = page.getByRole('list', { name: 'Résultats de la recherche' }).getByRole('link')
    expect(await found.count()).toBe(25)
    const firstPage = await found.allInnerTexts()
    await page.getByRole('link', { name: 'Résultats suivants' }).click()
    expect(await found.allInnerTexts()).not.toContain(firstPage[0])
    await page.context().close()
  })
})

describe('The type-ahead', () => {
  test('answers as JSON for whatever is typed', async () => {
    const ask = async (query: string) => {
      const response = await server.fetch(`/clients/search?q=${encodeURIComponent(query)}`)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toContain('application/json')
      return response.json()
    }
    expect(await ask('100001')).toMatchObject({
      problem: null,
      matchCount: 1,
      clients: [{ clientId: 100001 }],
    })
    expect(await ask('dupont')).toMatchObject({ problem: 'digits', clients: [] })
    expect(await ask('9'.repeat(15))).toMatchObject({ problem: null, matchCount: 0, clients: [] })
    expect(await ask("1' or '1'='1")).toMatchObject({ problem: 'digits' })
  })
})

describe('A request that is no use', () => {
  test.each([
    {
      method: 'GET',
      path: '/clients/find?q=1000&cursor=bad',
      status: 400,
      words: 'La demande n’a pas pu être lue',
    },
    { method: 'GET', path: '/clients/0', status: 404, words: 'Ce n’est pas un numéro de client' },
    {
      method: 'GET',
      path: `/clients/${'9'.repeat(400)}`,
      status: 404,
      words: 'Ce n’est pas un numéro de client',
    },
    { method: 'GET', path: '/clients/100001/extra', status: 404, words: 'Cette page n’existe pas' },
    { method: 'POST', path: '/clients/100001', status: 405, words: 'Cette action n’est pas possible ici' },
    { method: 'POST', path: '/nowhere', status: 405, words: 'Cette action n’est pas possible ici' },
  ])('$method $path gets $status and our words', async ({ method, path, status, words }) => {
    const response = await server.fetch(path, { method })
    const html = await response.text()
    expect(response.status).toBe(status)
    expect(html).toContain(`${words}</h1>`)
    expect(html).toContain(`<title>${words} · Prêt à dépenser</title>`)
    expect(response.headers.get('content-security-policy')).toMatch(/script-src 'self' 'nonce-/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('A form of preferences', () => {
  test('never sends the visitor to another site', async () => {
    const response = await server.fetch('/preferences', {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ language: 'en', returnTo: '//evil.example/x' }),
    })
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('/')
  })
})
