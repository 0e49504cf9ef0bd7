import { expect, test } from 'vitest'
import { readPreferences, writePreferences } from './preferences.server.ts'

function requestWith(cookies: string, acceptLanguage = 'fr'): Request {
  return new Request('http://localhost/clients', {
    headers: { Cookie: cookies, 'Accept-Language': acceptLanguage },
  })
}

function formWith(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, content] of Object.entries(fields)) form.set(name, content)
  return form
}

test('pages are French until someone chooses otherwise, whatever the browser asks for', async () => {
  expect(await readPreferences(requestWith('', 'en-GB,en;q=0.9'))).toEqual({
    language: 'fr',
    theme: 'system',
  })
})

test('a choice is kept in cookies that scripts cannot read and other sites do not send', async () => {
  const cookies = (await writePreferences(formWith({ language: 'en', theme: 'dark' }))).getSetCookie()
  expect(cookies).toHaveLength(2)
  for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly.*SameSite=Lax/)
  const sent = cookies.map((cookie) => cookie.split(';')[0]).join('; ')
  expect(await readPreferences(requestWith(sent))).toEqual({ language: 'en', theme: 'dark' })
})

test.each(['language=xx; theme=neon', 'language=%%%; theme=', 'language=ImRlIg%3D%3D'])(
  'a cookie that holds no choice of ours counts as absent (%s)',
  async (cookies) => {
    expect(await readPreferences(requestWith(cookies))).toEqual({ language: 'fr', theme: 'system' })
  },
)

test('a form that asks for what does not exist changes nothing', async () => {
  expect((await writePreferences(formWith({ language: 'de' }))).getSetCookie()).toEqual([])
})
