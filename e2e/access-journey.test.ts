import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createAccount } from '#server/access/create-account.ts'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'
import { findViolations } from './find-violations.ts'
import { openBrowser, openPage, type PageOptions } from './open-browser.ts'
import { readText } from './read-page.ts'

let dataDir: string
let server: TestServer
let browser: Browser
let oneTimePassword: string
const email = 'boss@bank.example'

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'access-'))
  cpSync(join(inject('demoDataDir'), 'store.sqlite'), join(dataDir, 'store.sqlite'))
  server = await startTestServer(dataDir)
  const made = await createAccount(dataDir, { email, role: 'administrator', name: 'Aïcha Benali' })
  oneTimePassword = made.oneTimePassword
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(dataDir, { recursive: true })
})

// A colour on its way to the other scheme would be measured half-way.
const openDoor = (options: PageOptions = {}) =>
  openPage(browser, { isStranger: true, reducedMotion: 'reduce', ...options })

async function signIn(page: Page, password: string) {
  await page.getByLabel('Adresse e-mail').fill(email)
  await page.getByLabel('Mot de passe').fill(password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

describe('A stranger at the door', () => {
  test.each([true, false])(
    'enters the demo with one click and lands where they wanted to (scripts: %s)',
    async (scripts) => {
      const { page, complaints } = await openDoor({ javaScriptEnabled: scripts })
      await page.goto(`${server.url}/clients/100001?reasons=10`)
      expect(new URL(page.url()).pathname).toBe('/sign-in')
      expect(await page.getByRole('navigation').count()).toBe(0)
      await page.getByRole('button', { name: 'Entrer dans la démonstration' }).click()
      await page.getByRole('heading', { name: 'Probabilité de remboursement' }).waitFor()
      expect(new URL(page.url()).search).toBe('?reasons=10')
      await page.goto(`${server.url}/account`)
      await page.getByRole('main').getByRole('button', { name: 'Se déconnecter' }).click()
      await page.getByRole('heading', { name: 'Se connecter' }).waitFor()
      await page.goBack()
      await page.waitForURL('**/sign-in?next=%2Faccount')
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )

  test('is led to the door by a click in a page whose session has ended', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${server.url}/clients`)
    await page.context().clearCookies()
    await page.getByRole('link', { name: 'Modèle' }).click()
    await page.getByRole('heading', { name: 'Se connecter' }).waitFor()
    expect(new URL(page.url()).searchParams.get('next')).toBe('/model')
    await page.context().close()
  })

  test('is told that something is wrong, not what, and the words have the focus', async () => {
    const { page } = await openDoor()
    await page.goto(`${server.url}/sign-in`)
    await signIn(page, 'not the password')
    const alert = page.getByRole('alert')
    expect(await readText(alert)).toContain('Adresse ou mot de passe incorrect, ou compte désactivé')
    await expect.poll(() => alert.evaluate((box) => box === document.activeElement)).toBe(true)
    expect(await page.getByLabel('Adresse e-mail').inputValue()).toBe(email)
    expect(await findViolations(page, [])).toEqual([])
    await page.context().close()
  })
})

describe('An administrator', () => {
  test('chooses a password, makes an account and a token, and both pages have nothing that axe finds', async () => {
    const { page, complaints } = await openDoor()
    await page.goto(server.url)
    await signIn(page, oneTimePassword)
    await page.getByRole('heading', { name: 'Choisissez votre mot de passe' }).waitFor()
    expect(await findViolations(page, [])).toEqual([])
    await page.getByLabel('Mot de passe actuel').fill(oneTimePassword)
    await page.getByLabel('Nouveau mot de passe').fill('une phrase assez longue')
    await page.getByRole('button', { name: 'Changer le mot de passe' }).click()
    await page.getByRole('status').filter({ hasText: 'a été changé' }).waitFor()

    await page.getByRole('button', { name: 'Compte de Aïcha Benali' }).click()
    await page.getByRole('link', { name: 'Administration' }).click()
    await page.getByLabel('Nom').fill('Zoé Martin')
    await page.getByRole('textbox', { name: 'Adresse e-mail' }).fill('zoe@bank.example')
    await page.getByRole('button', { name: 'Créer le compte' }).click()
    const shown = page.getByRole('region', { name: 'Mot de passe à usage unique de zoe@bank.example' })
    expect(await readText(shown.locator('code'))).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/)
    const row = page.getByRole('row', { name: /zoe@bank\.example/ })
    await row.getByRole('combobox').selectOption('data_scientist')
    await row.getByRole('button', { name: 'Appliquer' }).click()
    await page.getByRole('status').filter({ hasText: '« Science des données »' }).waitFor()
    await page.getByLabel('Désactiver zoe@bank.example').first().click()
    await row.getByRole('button', { name: 'Confirmer : Désactiver zoe@bank.example' }).click()
    await row.getByText('Désactivé', { exact: true }).waitFor()
    expect(await findViolations(page, [])).toEqual([])

    await page.getByRole('link', { name: 'Jetons d’accès' }).click()
    await page.getByLabel('Nom du programme').fill('Agence')
    await page.getByRole('button', { name: 'Créer le jeton' }).click()
    const token = await readText(page.getByRole('region', { name: 'Jeton' }).locator('code'))
    const headers = { authorization: `Bearer ${token}` }
    const score = () => fetch(`${server.url}/api/v1/clients/100001/score`, { headers })
    expect((await score()).status).toBe(200)
    expect(await findViolations(page, [])).toEqual([])
    await page.getByLabel('Révoquer le jeton Agence').first().click()
    await page.getByRole('button', { name: 'Confirmer : Révoquer le jeton Agence' }).click()
    await page.getByText('Le jeton est révoqué.').waitFor()
    expect((await score()).status).toBe(401)

    // Who saw what: the program's one answer, found, opened, and the look at it found in its turn.
    await page.getByRole('link', { name: 'Journal', exact: true }).click()
    await page.getByRole('heading', { name: 'Journal' }).waitFor()
    await page.getByLabel('Client', { exact: true }).fill('100001')
    await page.getByLabel('Qui').selectOption({ label: 'Agence' })
    await page.getByRole('button', { name: 'Filtrer' }).click()
    await page.getByRole('status').filter({ hasText: '1 entrée' }).waitFor()
    expect(await findViolations(page, [])).toEqual([])
    await page.getByRole('row', { name: /Score/ }).getByRole('link').click()
    await page.getByText('Telle qu’elle a été écrite').waitFor()
    expect(await readText(page.locator('dl').first())).toMatch(/Jeton « Agence »/)
    expect(await findViolations(page, [])).toEqual([])
    await page.goto(`${server.url}/admin/audit?kind=entry`)
    expect(await readText(page.getByRole('row').nth(1))).toMatch(/Entrée du journal.*100001.*Aïcha Benali/)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test.each(['fr', 'en'])('reads every page of it on a phone, in %s', async (language) => {
    const { page, complaints } = await openDoor({
      viewport: { width: 360, height: 780 },
      colorScheme: 'dark',
    })
    const kept = encodeURIComponent(Buffer.from(JSON.stringify(language)).toString('base64'))
    await page.context().addCookies([{ name: 'language', value: kept, url: server.url }])
    await page.goto(`${server.url}/sign-in`)
    await page.locator('input[name=email]').fill(email)
    await page.locator('input[name=password]').fill('une phrase assez longue')
    await page.locator('form button[type=submit]:not([name])').last().click()
    await page.waitForURL('**/clients')
    for (const path of ['/account', '/admin/users', '/admin/tokens', '/admin/audit', '/admin/audit/1']) {
      await page.goto(server.url + path)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(360)
      expect(await findViolations(page, []), path).toEqual([])
    }
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
