/**
 * The first moments of a day and of the day after it in a time zone, UTC, ISO 8601: 23 to 25 hours apart.
 *
 * @param day YYYY-MM-DD.
 * @param timeZone IANA.
 */
export function dayBounds(day: string, timeZone: string): { from: string; until: string } {
  const start = new Date(`${day}T00:00:00Z`)
  const next = new Date(start)
  next.setUTCDate(next.getUTCDate() + 1)
  return { from: toMidnight(start, timeZone), until: toMidnight(next, timeZone) }
}

/** The moment at which clocks of the zone show midnight of this day; the first one after, where they never do. */
function toMidnight(day: Date, timeZone: string): string {
  const guess = day.getTime() - readOffsetMs(day, timeZone)
  return new Date(day.getTime() - readOffsetMs(new Date(guess), timeZone)).toISOString()
}

/** How far clocks of the zone are ahead of UTC at a moment. */
function readOffsetMs(moment: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  const name = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value
  const [, sign, hours = 0, minutes = 0] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}
