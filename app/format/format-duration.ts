import type { Language } from '#core/contracts/language.ts'
import { formatMessage } from '../messages/format-message.ts'

/** A length of time given in years, said in whole years and months: 1.78 → "1 an 9 mois". */
export function formatDuration(language: Language, years: number): string {
  const wholeMonths = Math.max(0, Math.floor(years * 12 + 1e-9))
  const wholeYears = Math.floor(wholeMonths / 12)
  const months = wholeMonths % 12
  const yearsText = formatMessage(language, 'duration.years', { years: wholeYears })
  const monthsText = formatMessage(language, 'duration.months', { months })
  if (wholeMonths === 0) return formatMessage(language, 'duration.short')
  if (months === 0) return yearsText
  return wholeYears === 0
    ? monthsText
    : formatMessage(language, 'duration.both', { years: yearsText, months: monthsText })
}
