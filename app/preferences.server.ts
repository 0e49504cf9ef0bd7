import { createCookie } from '@remix-run/node'
import { z } from 'zod'
import { defaultLanguage, type Language, languageSchema } from '#core/contracts/language.ts'
import { env } from './env.server.ts'
import { type Theme, themeSchema } from './theme.ts'

const yearInSeconds = 365 * 24 * 3600

function createPreferenceCookie(name: string) {
  return createCookie(name, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: env.cookieSecure,
    maxAge: yearInSeconds,
  })
}

const languageCookie = createPreferenceCookie('language')
const themeCookie = createPreferenceCookie('theme')

export interface Preferences {
  language: Language
  theme: Theme
}

/** The visitor's language and theme. A cookie that holds anything else counts as absent. */
export async function readPreferences(request: Request): Promise<Preferences> {
  const header = request.headers.get('Cookie')
  const language = languageSchema.safeParse(await languageCookie.parse(header))
  const theme = themeSchema.safeParse(await themeCookie.parse(header))
  return { language: language.data ?? defaultLanguage, theme: theme.data ?? 'system' }
}

const preferencesFormSchema = z.object({
  language: languageSchema.optional(),
  theme: themeSchema.optional(),
})

/** The cookies that a submitted preferences form asks for; none for values that do not exist. */
export async function writePreferences(form: FormData): Promise<Headers> {
  const headers = new Headers()
  const chosen = preferencesFormSchema.safeParse({
    language: form.get('language') ?? undefined,
    theme: form.get('theme') ?? undefined,
  })
  if (chosen.data?.language) {
    headers.append('Set-Cookie', await languageCookie.serialize(chosen.data.language))
  }
  if (chosen.data?.theme) headers.append('Set-Cookie', await themeCookie.serialize(chosen.data.theme))
  return headers
}
