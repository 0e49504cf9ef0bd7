import { expect, test } from 'vitest'
import { parseEnvironment } from './env.server.ts'

test('nothing needs to be set: euros, Paris time, cookies over any connection', () => {
  expect(parseEnvironment({ CURRENCY: '', UNRELATED: 'x' })).toEqual({
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
