import type { Language } from '../language.ts'
import { formatAmount, formatNumber, formatPercent } from './format-number.ts'

/** What is needed to say a feature's value: its words come from the catalogue. */
export interface FeatureWords {
  name: string
  label: string
  unit: string
  /** What an unknown value means, such as "No previous application". */
  nullMeaning: string
  /** For a code: what each is called. */
  codeLabels: Readonly<Record<number, string>>
}

export interface ValueFormat {
  language: Language
  /** ISO 4217. */
  currency: string
}

const unknown: Record<Language, string> = { fr: 'inconnu', en: 'unknown' }
const yesNo: Record<Language, [no: string, yes: string]> = { fr: ['non', 'oui'], en: ['no', 'yes'] }

/** A feature's value in its unit and language; "unknown" for null. */
export function formatFeatureValue(value: number | null, feature: FeatureWords, format: ValueFormat): string {
  const { language, currency } = format
  if (value === null) return unknown[language]
  switch (feature.unit) {
    case 'amount':
      return formatAmount(value, language, currency)
    case 'percent':
      return formatPercent(value, language)
    case 'years':
      return formatYears(value, language)
    case 'months':
      return `${formatNumber(value, language)} ${plural(value, language, ['mois', 'mois'], ['month', 'months'])}`
    case 'days':
      return formatDays(value, language)
    case 'flag':
      return yesNo[language][value === 0 ? 0 : 1]
    case 'code':
      return feature.codeLabels[value] ?? formatNumber(value, language)
    case 'count':
    case 'rating':
      return formatNumber(value, language, 1)
    default:
      return formatNumber(value, language, Math.abs(value) < 0.1 ? 3 : 2)
  }
}

function formatYears(years: number, language: Language): string {
  const months = Math.floor(Math.abs(years) * 12 + 1e-6)
  const sign = years < 0 && months > 0 ? '−' : ''
  const whole = Math.floor(months / 12)
  const rest = months % 12
  const yearWords = `${whole} ${plural(whole, language, ['an', 'ans'], ['year', 'years'])}`
  const monthWords = `${rest} ${plural(rest, language, ['mois', 'mois'], ['month', 'months'])}`
  // Past ten years nobody counts the months.
  if (whole >= 10 || rest === 0) return sign + yearWords
  return sign + (whole === 0 ? monthWords : `${yearWords} ${monthWords}`)
}

function formatDays(days: number, language: Language): string {
  if (Math.abs(days) >= 730) return formatYears(days / 365.25, language)
  const places = Number.isInteger(days) ? 0 : 1
  return `${formatNumber(days, language, places)} ${plural(days, language, ['jour', 'jours'], ['day', 'days'])}`
}

function plural(
  count: number,
  language: Language,
  french: [one: string, many: string],
  english: [one: string, many: string],
): string {
  // French counts 0 and 1.5 as one, English does not.
  if (language === 'fr') return Math.abs(count) < 2 ? french[0] : french[1]
  return Math.abs(count) === 1 ? english[0] : english[1]
}
