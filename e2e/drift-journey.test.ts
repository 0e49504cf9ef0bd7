import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'
import { openBrowser, openPage } from './open-browser.ts'
import { readText, waitForScripts } from './read-page.ts'

let dataDir: string
let server: TestServer
let browser: Browser

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'drift-journey-'))
  cpSync(inject('demoDataDir'), dataDir, { recursive: true })
  server = await startTestServer(dataDir)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const names = (page: Page) => page.locator('#columns tbody th[scope=row] > a').allInnerTexts()

async function readServed(): Promise<{ dataVersion: string; modelVersion: string }> {
  return (await server.fetch('/healthz')).json()
}

/** A report as `npm run ml:drift` leaves it: it tries to reach the page around it and to ask the server. */
function writeReport(dataVersion: string, modelVersion: string) {
  const folder = join(dataDir, 'drift', dataVersion)
  mkdirSync(folder, { recursive: true })
  const createdAt = '2026-11-24T20:10:00Z'
  writeFileSync(join(folder, 'summary.json'), JSON.stringify({ createdAt, dataVersion, modelVersion }))
  writeFileSync(join(dataDir, 'drift/latest.json'), JSON.stringify({ createdAt, dataVersion }))
  writeFileSync(
    join(folder, 'report.html'),
    `<!doctype html><title>report</title><p id="shown">–</p><script>
      const tell = (text) => { document.getElementById('shown').textContent = text }
      tell('shut in ' + origin)
      try { if (top !== self) tell('reached ' + top.document.title) } catch {}
      fetch('/healthz').then(() => tell('asked the server'), () => {})
    </script>`,
  )
}

describe('A data team that watches drift', () => {
  test('reads the verdict, what it costs, and the columns ranked, in both languages', async () => {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${server.url}/clients`)
    await waitForScripts(page)
    await page.getByRole('link', { name: 'Dérive', exact: true }).click()
    const verdict = page.locator('section#verdict')
    await verdict.waitFor()
    expect(await readText(verdict)).toMatch(/\d+ colonnes sur \d+ dérivent/)
    expect(await readText(page.locator('section#prediction'))).toContain('Coût attendu par client')
    expect(await page.locator('#leading').getByRole('img').count()).toBe(6)
    expect(await names(page)).toHaveLength(25)
    await page.getByRole('button', { name: 'English' }).click()
    await page.locator('html[lang=en]').waitFor()
    expect(await readText(verdict)).toMatch(/\d+ columns of \d+ drift/)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('filters, sorts and opens columns, each step in the address', async () => {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${server.url}/drift`)
    await waitForScripts(page)
    const panel = page.locator('section#columns')
    await panel.getByRole('link', { name: /^En dérive/ }).click()
    await page.waitForURL('**drifted=1')
    await expect.poll(() => panel.getByText('Stable', { exact: true }).count()).toBe(0)

    await panel.getByRole('link', { name: /^Trier par Importance/ }).click()
    await page.waitForURL('**sort=-importance')
    await panel.locator('[aria-sort=descending]').waitFor()

    await panel.getByRole('searchbox').fill('montant')
    await page.keyboard.press('Enter')
    await page.waitForURL('**column=montant')
    await expect.poll(async () => (await names(page)).length).toBeLessThan(25)
    expect((await names(page)).length).toBeGreaterThan(0)

    const first = panel.locator('tbody th[scope=row] > a').first()
    await first.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**open=*')
    await panel.getByRole('img').first().waitFor()
    expect(await first.getAttribute('aria-expanded')).toBe('true')
    expect(await panel.getByRole('img').getAttribute('aria-label')).toContain('le plus grand écart')
    await panel.locator('summary').click()
    expect(await panel.locator('details tbody tr').count()).toBeGreaterThan(1)
    await first.click()
    await page.waitForFunction(() => !document.querySelector('#columns [role=img]'))
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('does the same without scripts', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false })
    await page.goto(`${server.url}/drift`)
    const panel = page.locator('section#columns')
    await panel.getByRole('link', { name: /^Trier par Statistique/ }).click()
    const first = panel.locator('tbody th[scope=row] > a').first()
    const name = await readText(first)
    await first.click()
    expect(page.url()).toMatch(/sort=-strength&open=[a-z0-9_]+#column-[a-z0-9_]+$/)
    expect(await panel.getByRole('img').getAttribute('aria-label')).toContain(name)
    await panel.getByRole('searchbox').fill('zzz')
    await panel.getByRole('button', { name: 'Rechercher' }).click()
    await panel.getByText('Aucune colonne ne correspond.').waitFor()
    await page.context().close()
  })

  test('is told of a window that is none, and led to the latest', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${server.url}/drift?window=never&open=no_such_column`)
    await page.getByRole('link', { name: 'Comparer le lot le plus récent' }).click()
    await page.locator('section#verdict').waitFor()
    await page.goto(`${server.url}/drift?open=no_such_column`)
    await page.locator('section#verdict').waitFor()
    await page.context().close()
  })
})

describe('evidently’s own report', () => {
  test('is said to be missing until it is made, with the command that makes it', async () => {
    const { page } = await openPage(browser)
    const response = await page.goto(`${server.url}/drift/evidently`)
    expect(response?.status()).toBe(404)
    await page.getByText('npm run ml:drift').waitFor()
    expect((await server.fetch('/drift/evidently/report.html')).status).toBe(404)
    await page.getByRole('link', { name: 'Revenir à la dérive' }).click()
    await page.locator('section#evidently', { hasText: 'npm run ml:drift' }).waitFor()
    await page.context().close()
  })

  test('opens from the page, shut off from the application around it', async () => {
    const { dataVersion, modelVersion } = await readServed()
    writeReport(dataVersion, modelVersion)
    const { page } = await openPage(browser)
    await page.goto(`${server.url}/drift`)
    await waitForScripts(page)
    await page.getByRole('link', { name: 'Ouvrir le rapport' }).click()
    await page.getByText(`données ${dataVersion}`).first().waitFor()
    const frame = page.frameLocator('iframe')
    await frame.getByText('shut in null').waitFor()
    expect(await page.getByText('refaites-le').count()).toBe(0)

    const response = await server.fetch('/drift/evidently/report.html')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain('sandbox allow-scripts')
    expect(policy).not.toContain('allow-same-origin')
    await page.goto(`${server.url}/drift/evidently/report.html`)
    await page.getByText('shut in null').waitFor()
    await page.context().close()
  })

  test('warns when it is of other data than those served, and never leaves its folder', async () => {
    const { modelVersion } = await readServed()
    rmSync(join(dataDir, 'drift'), { recursive: true, force: true })
    writeReport('import-0123abcd', modelVersion)
    const { page } = await openPage(browser)
    await page.goto(`${server.url}/drift/evidently`)
    await page.getByText('Ce rapport porte sur d’autres données (import-0123abcd)').waitFor()
    writeFileSync(
      join(dataDir, 'drift/latest.json'),
      JSON.stringify({ dataVersion: '../drift/import-0123abcd' }),
    )
    expect((await server.fetch('/drift/evidently/report.html')).status).toBe(404)
    await page.context().close()
  })
})
