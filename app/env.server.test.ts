import { expect, test } from 'vitest'
import { parseEnvironment } from './env.server.ts'

test('nothing needs to be set: euros, Paris time, cookies over any connection, a conversation that stays here', () => {
  expect(parseEnvironment({ CURRENCY: '', UNRELATED: 'x' })).toEqual({
    chat: {
      provider: 'rules',
      modelName: null,
      apiKey: null,
      baseUrl: null,
      turnSeconds: 90,
      turnTokens: 120_000,
    },
    currency: 'EUR',
    timeZone: 'Europe/Paris',
    cookieSecure: false,
    isGalleryShown: true,
  })
})

test('a currency may be written in small letters', () => {
  expect(parseEnvironment({ CURRENCY: 'chf', COOKIE_SECURE: 'true' })).toMatchObject({
    currency: 'CHF',
    cookieSecure: true,
  })
})

test('the gallery of panels stays shut in production unless it is asked for', () => {
  expect(parseEnvironment({ NODE_ENV: 'production' }).isGalleryShown).toBe(false)
  expect(parseEnvironment({ NODE_ENV: 'production', GALLERY: '1' }).isGalleryShown).toBe(true)
})

test('every variable that cannot be used is named, with what was found and expected', () => {
  expect(() =>
    parseEnvironment({ CURRENCY: 'EURO', TIME_ZONE: 'Mars/Olympus', COOKIE_SECURE: 'yes' }),
  ).toThrow(
    /CURRENCY must be an ISO 4217 code.*Found: "EURO".*TIME_ZONE must be an IANA name.*"Mars\/Olympus".*COOKIE_SECURE must be true or false.*"yes"/,
  )
})

test('a provider of language models is chosen by name alone, with all that it needs', () => {
  expect(parseEnvironment({ CHAT_API_KEY: 'k', OPENAI_API_KEY: 'k' }).chat.provider).toBe('rules')
  expect(() => parseEnvironment({ CHAT_PROVIDER: 'mistral' })).toThrow(
    /CHAT_MODEL must name a model of mistral.*CHAT_API_KEY must hold a key of mistral/,
  )
  expect(() => parseEnvironment({ CHAT_PROVIDER: 'compatible', CHAT_MODEL: 'm' })).toThrow(/CHAT_BASE_URL/)
  expect(() => parseEnvironment({ CHAT_PROVIDER: 'gpt' })).toThrow(/rules, anthropic, openai.*Found: "gpt"/)
  const local = { CHAT_PROVIDER: 'compatible', CHAT_MODEL: 'm', CHAT_BASE_URL: 'http://localhost:11434/v1' }
  expect(parseEnvironment(local).chat).toMatchObject({ provider: 'compatible', apiKey: null })
})
