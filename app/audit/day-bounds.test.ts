import { describe, expect, test } from 'vitest'
import { dayBounds } from './day-bounds.ts'

describe('A day of the service’s clocks', () => {
  test.each([
    ['2026-11-25', 'Europe/Paris', '2026-11-24T23:00:00.000Z', '2026-11-25T23:00:00.000Z'],
    ['2026-03-29', 'Europe/Paris', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Paris', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['2026-12-31', 'America/New_York', '2026-12-31T05:00:00.000Z', '2027-01-01T05:00:00.000Z'],
    ['2026-06-01', 'Asia/Kolkata', '2026-05-31T18:30:00.000Z', '2026-06-01T18:30:00.000Z'],
    ['2026-06-01', 'UTC', '2026-06-01T00:00:00.000Z', '2026-06-02T00:00:00.000Z'],
  ])('%s in %s is from %s until %s', (day, timeZone, from, until) => {
    expect(dayBounds(day, timeZone)).toEqual({ from, until })
  })
})
