import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import {
  type LanguageModelServer,
  type ProviderReply,
  serveLanguageModel,
} from '#testing/serve-language-model.ts'
import { startTestServer, type TestServer } from '#testing/start-test-server.ts'
import { findViolations, measureOverflow, openEverything } from './find-violations.ts'
import { openBrowser, openPage, type PageOptions } from './open-browser.ts'
import { readText, waitForKeys } from './read-page.ts'

let server: TestServer
let provided: TestServer
let provider: LanguageModelServer
let browser: Browser
const replies: ProviderReply[] = []
const folders: string[] = []

beforeAll(async () => {
  provider = await serveLanguageModel(replies)
  server = await startTestServer(copyStore(), { GALLERY: '1' })
  provided = await startTestServer(copyStore(), {
    CHAT_PROVIDER: 'compatible',
    CHAT_MODEL: 'test',
    CHAT_BASE_URL: provider.baseUrl,
  })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await provided?.stop()
  await provider?.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A history of its own beside the demo's store. */
function copyStore(): string {
  const folder = mkdtempSync(join(tmpdir(), 'conversation-'))
  folders.push(folder)
  cpSync(join(inject('demoDataDir'), 'store.sqlite'), join(folder, 'store.sqlite'))
  return folder
}

/** What the provider answers from now on, one after another. */
function provide(...next: ProviderReply[]) {
  provider.requests.length = 0
  replies.splice(0, replies.length, ...next)
}

interface OpenOptions extends PageOptions {
  at?: TestServer
  language?: 'fr' | 'en'
}

async function open(path: string, { at = server, language = 'fr', ...options }: OpenOptions = {}) {
  const opened = await openPage(browser, { reducedMotion: 'reduce', ...options })
  const value = encodeURIComponent(Buffer.from(JSON.stringify(language)).toString('base64'))
  await opened.page.context().addCookies([{ name: 'language', value, url: at.url }])
  await opened.page.goto(at.url + path)
  if (options.javaScriptEnabled !== false) await waitForKeys(opened.page)
  return opened
}

const box = (page: Page) => page.locator('#conversation textarea')
const turns = (page: Page) => page.locator('#conversation .turn')
const lastTurn = (page: Page) => turns(page).last()

async function ask(page: Page, question: string) {
  const before = await turns(page).count()
  await box(page).fill(question)
  await box(page).press('Enter')
  await turns(page).nth(before).waitFor()
  await untilAnswered(page)
}

function untilAnswered(page: Page) {
  return page.locator('#conversation .turn[aria-busy=true]').waitFor({ state: 'detached' })
}

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

describe('An advisor who asks about the open client', () => {
  test('reads the page’s own figures, each with a receipt, and the panels follow', async () => {
    const { page, complaints } = await open('/clients/100002')
    await page.keyboard.press('c')
    expect(await box(page).evaluate((element) => element === document.activeElement)).toBe(true)
    await ask(page, 'Quel est son score ?')
    const shown = await readText(page.locator('#decision .text-display'))
    const figure = lastTurn(page).locator('.figure', { hasText: shown.replace(/\s.*/, '') })
    await figure.first().click()
    const receipt = lastTurn(page).locator('.receipt')
    expect(await readText(receipt)).toMatch(
      /^Reçu · Probabilité de remboursement[\s\S]*Valeur exacte[\s\S]*Outil\s+Score/,
    )
    expect(await readText(receipt)).toMatch(/Modèle\s+lgbm-/)
    expect(await page.locator('#decision').getAttribute('data-highlighted')).toBe('')
    await page.keyboard.press('Tab')
    await receipt.getByRole('button', { name: 'Fermer le reçu' }).click()
    expect(await figure.first().evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await lastTurn(page).locator('.figure-unverified').count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('goes on from one question to the next; the comparison shows the group that was asked for', async () => {
    const { page, complaints } = await open('/clients/100003?reasons=12')
    await ask(page, 'Et comparé aux clients similaires ?')
    await page.waitForURL('**reasons=12&cohort=similar*')
    await ask(page, 'et pour les retraités ?')
    await page.waitForURL('**groupIncome=Pensioner*')
    await page.locator('#comparison').getByText('Retraité.').waitFor()
    const size = await readText(page.locator('#comparison dd').first())
    const card = lastTurn(page).locator('.tool-card').last()
    await card.locator('summary').click()
    expect(await readText(card)).toContain(size)
    expect(await box(page).evaluate((element) => element === document.activeElement)).toBe(false)
    await ask(page, 'et avec 20 % de moins ?')
    await page.waitForURL('**creditAmount=*')
    await page.locator('#what-if').getByText('La probabilité de remboursement passe de').waitFor()
    const after = await readText(page.locator('#what-if .text-lg').nth(1))
    expect(await readText(lastTurn(page).locator('.answer').last())).toContain(after.replace(/\s.*/, ''))
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('asks about a panel or a reason with the button beside it', async () => {
    const { page, complaints } = await open('/clients/100002?cohort=similar')
    await page.getByRole('button', { name: 'Poser une question sur « Face aux autres clients »' }).click()
    expect(await readText(page.locator('#comparison h2'))).toBe('Face aux autres clients')
    expect((await box(page).inputValue()).replace(/\s/g, ' ')).toBe('Comment se situe-t-il dans ce groupe ?')
    expect(await box(page).evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await lastTurn(page).getByText('500 clients').first().waitFor()
    await page
      .locator('#reasons li')
      .first()
      .getByRole('button', { name: /^Poser une question sur/ })
      .click()
    expect(await box(page).inputValue()).toMatch(/^Quel est l’effet de/)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('finds the history again, searches it from another client, and deletes it', async () => {
    const { page, complaints } = await open('/clients/100005')
    await ask(page, 'Pourquoi ce score ?')
    await ask(page, 'Quel est son revenu ?')
    await page.goto(`${server.url}/clients/100006`)
    await waitForKeys(page)
    expect(await turns(page).count()).toBe(0)
    await page.getByRole('button', { name: 'Chercher dans l’historique' }).click()
    await page.keyboard.type('revenu')
    await page
      .locator('#conversation')
      .getByRole('link', { name: /Quel est son revenu/ })
      .click()
    await page.waitForURL('**/clients/100005#turn-*')
    await turns(page).nth(1).waitFor()
    await turns(page).nth(1).hover()
    await page.getByLabel('Supprimer l’échange « Quel est son revenu ? »').first().click()
    await turns(page).nth(1).getByRole('button', { name: 'Supprimer' }).click()
    await turns(page).nth(1).waitFor({ state: 'detached' })
    await page.reload()
    await waitForKeys(page)
    expect(await turns(page).locator('.question').allInnerTexts()).toEqual([
      expect.stringContaining('Pourquoi'),
    ])
    await page.getByRole('button', { name: 'Effacer l’historique' }).click()
    await page.locator('.pane-header').getByRole('button', { name: 'Supprimer' }).click()
    await page.getByText('Une question sur ce client ?').waitFor()
    await page.reload()
    expect(await turns(page).count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('closes the pane, which stays closed, has the whole width, and opens it with a question', async () => {
    const { page, complaints } = await open('/clients/100002')
    await page.getByRole('button', { name: 'Fermer l’assistant' }).click()
    await page.reload()
    await waitForKeys(page)
    expect(await page.locator('#conversation').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Poser une question sur « Pourquoi ce score »' }).click()
    expect((await box(page).inputValue()).replace(/\s/g, ' ')).toBe('Pourquoi ce score ?')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#conversation').isVisible()).toBe(false)
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe.each(['fr', 'en'] as const)('In %s', (language) => {
  test('axe finds nothing in a conversation with its cards and a receipt open, in light and in dark', async () => {
    const { page, complaints } = await open('/clients/100007', { language })
    await ask(page, language === 'fr' ? 'Pourquoi ce score ?' : 'Why this score?')
    await ask(page, language === 'fr' ? 'Et comparé à tous les clients ?' : 'And compared with all clients?')
    for (const card of await page.locator('.tool-card summary').all()) await card.click()
    await lastTurn(page).locator('.figure').first().click()
    await lastTurn(page).locator('.turn-menu summary').click()
    expect(await lastTurn(page).locator('.figure').count()).toBeGreaterThan(2)
    expect(await findViolations(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

test('axe finds nothing in the gallery of the conversation’s states', async () => {
  const { page, complaints } = await open('/dev/gallery?panels=conversation')
  await openEverything(page)
  expect(await findViolations(page, ['landmark-unique'])).toEqual([])
  expect(complaints).toEqual([])
  await page.context().close()
})

describe('On a phone', () => {
  test('the pane is a sheet that keeps the focus, leads to the panels, and gives the focus back', async () => {
    const { page, complaints } = await open('/clients/100008', phone)
    await page.locator('.pane-opener button').tap()
    const sheet = page.getByRole('dialog', { name: 'Assistant' })
    await sheet.waitFor()
    expect(await page.locator('main').evaluate((main) => main.closest('[inert]') !== null)).toBe(true)
    await ask(page, 'Et comparé aux clients similaires ?')
    expect((await measureOverflow(page)).pixels).toBe(0)
    expect(await findViolations(page)).toEqual([])
    await lastTurn(page).locator('.figure').first().tap()
    await lastTurn(page).locator('.receipt').getByRole('link').tap()
    await sheet.waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('comparison')
    await page.locator('#comparison').getByText('500 clients les plus similaires.').waitFor()
    await page.locator('.pane-opener button').tap()
    await page.setViewportSize({ width: 640, height: 400 })
    const log = page.getByRole('region', { name: /^Échanges sur le client/ })
    expect((await log.boundingBox())?.height).toBeGreaterThan(180)
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => document.activeElement?.closest('.pane-opener') !== null)).toBe(true)
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('Without scripts', () => {
  test('a question is asked and answered, and an exchange deleted', async () => {
    const viewport = phone.viewport
    const { page } = await open('/clients/100009?cohort=similar', { javaScriptEnabled: false, viewport })
    expect((await measureOverflow(page)).pixels).toBe(0)
    await box(page).fill('Pourquoi ce score ?')
    await page.locator('#conversation').getByRole('button', { name: 'Envoyer' }).click()
    expect(page.url()).toBe(`${server.url}/clients/100009?cohort=similar#conversation`)
    expect(await turns(page).count()).toBe(1)
    expect(await lastTurn(page).locator('.figure').first().getAttribute('href')).toContain(
      '/clients/100009?cohort=similar#',
    )
    await lastTurn(page).locator('.turn-menu summary').click()
    await lastTurn(page).getByRole('button', { name: 'Supprimer' }).click()
    await page.getByText('Une question sur ce client ?').waitFor()
    await page.context().close()
  })
})

describe('A provider’s model', () => {
  test('that is silent is stopped by Escape, and the next question is answered', async () => {
    provide({ hang: true })
    const { page, complaints } = await open('/clients/100002', { at: provided })
    expect(await readText(page.locator('.pane-header'))).toContain(
      'Questions et chiffres sont envoyés à 127.0.0.1',
    )
    await box(page).fill('Bonjour')
    await box(page).press('Enter')
    await page.getByRole('button', { name: 'Arrêter' }).waitFor()
    await box(page).fill('Et ensuite ?')
    await box(page).press('Enter')
    expect(await turns(page).count()).toBe(1)
    await page.keyboard.press('Escape')
    await lastTurn(page).getByText('Arrêté.').waitFor()
    await lastTurn(page).getByRole('button', { name: 'Réessayer' }).click()
    await page.getByRole('button', { name: 'Arrêter' }).click()
    await lastTurn(page).getByText('Arrêté.').waitFor()
    expect(await turns(page).count()).toBe(2)
    expect(await box(page).evaluate((element) => element === document.activeElement)).toBe(true)
    provide({ text: 'Me **revoici**.' })
    await box(page).press('Enter')
    await lastTurn(page).locator('strong', { hasText: 'revoici' }).waitFor()
    await untilAnswered(page)
    await page.reload()
    await waitForKeys(page)
    // A turn that was stopped before it reached the server is no part of the history.
    expect(await turns(page).count()).toBeGreaterThan(1)
    await turns(page).first().getByText('Arrêté.').waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('that invents a figure is flagged, and never believed', async () => {
    provide({ text: 'Sa probabilité de défaut est de 99,9 %. <img src=x onerror=alert()>' })
    const { page, complaints } = await open('/clients/100003', { at: provided })
    await ask(page, 'Quel est son score ?')
    const flagged = lastTurn(page).getByRole('button', { name: '99,9 % non vérifié' })
    await flagged.click()
    await lastTurn(page).getByText('Aucun résultat d’outil ne contient ce chiffre.').waitFor()
    expect(await lastTurn(page).locator('.figure').count()).toBe(0)
    expect(await readText(lastTurn(page).locator('.answer'))).toContain('<img src=x onerror=alert()>')
    expect(await page.locator('#conversation [role=log]').textContent()).toContain('(non vérifié)')
    expect(await findViolations(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('that refuses or breaks off is told in words, and asked again', async () => {
    const { page, complaints } = await open('/clients/100004', { at: provided })
    provide({ status: 401 })
    await ask(page, 'Quel est son score ?')
    await lastTurn(page).getByText('Le fournisseur du modèle refuse la clé.').waitFor()
    provide({ cutAfter: 'Voici le début. Puis' })
    await lastTurn(page).getByRole('button', { name: 'Réessayer' }).click()
    await lastTurn(page).getByText('Voici le début.').waitFor()
    await lastTurn(page).getByText('La connexion au fournisseur du modèle a été coupée').waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('is not even reached without a connection; the question stays to be asked again', async () => {
    const { page } = await open('/clients/100006', { at: provided })
    await page.context().setOffline(true)
    await ask(page, 'Quel est son score ?')
    await lastTurn(page).getByText('La connexion a été coupée.').waitFor()
    await page.context().setOffline(false)
    provide({ text: 'Me voici.' })
    await lastTurn(page).getByRole('button', { name: 'Réessayer' }).click()
    await lastTurn(page).getByText('Me voici.').waitFor()
    expect(await turns(page).count()).toBe(1)
    await page.context().close()
  })
})
