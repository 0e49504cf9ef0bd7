import type { Language } from '#core/contracts/language.ts'
import { localeOfLanguage } from '../messages/format-message.ts'

export interface FormatOptions {
  language: Language
  /** ISO 4217 */
  currency: string
  /** IANA */
  timeZone: string
}

export interface Formatters {
  /** A probability 0–1 as a percentage with one decimal; never rounded to a certainty it is not. */
  probability(probability: number): string
  /** A share 0–1 as a percentage with one decimal. */
  share(share: number): string
  /** A share 0–1 as a percentage, with one decimal where it has one: for the ticks of an axis. */
  compactShare(share: number): string
  /** A signless difference of percentages, in points. */
  points(points: number): string
  /** A whole amount in the configured currency. */
  money(amount: number): string
  integer(count: number): string
  /** A decimal with exactly `digits` digits. */
  decimal(figure: number, digits: number): string
  /** A figure with one decimal where it has one. */
  compact(figure: number): string
  /** Digits in groups of three, apart from the locale's own separator: a client number is a name, not a quantity. */
  clientId(clientId: number): string
  /** A setting as it was given: all of its digits, none added. */
  plain(figure: number): string
  /** A moment (ISO 8601) in the configured time zone. */
  moment(iso: string): string
  /** The same to the second, short: for a log. */
  instant(iso: string): string
  /** 1ᵉʳ, 2ᵉ … or 1st, 2nd … */
  ordinal(rank: number): string
}

const englishSuffixes: Record<Intl.LDMLPluralRule, string> = {
  one: 'st',
  two: 'nd',
  few: 'rd',
  other: 'th',
  zero: 'th',
  many: 'th',
}

function formatOrdinal(language: Language, rank: number): string {
  if (language === 'fr') return rank === 1 ? '1ᵉʳ' : `${rank}ᵉ`
  return `${rank}${englishSuffixes[new Intl.PluralRules('en-GB', { type: 'ordinal' }).select(rank)]}`
}

/** Digits in groups of three, joined by narrow no-break spaces, for titles and sentences. */
export function groupDigits(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '\u202f')
}

/**
 * The formats of a language, built once per page: `Intl` objects are slow to construct.
 * Spaces are normalised so that the server's and the browser's ICU versions write the same text.
 */
export function createFormatters({ language, currency, timeZone }: FormatOptions): Formatters {
  const locale = localeOfLanguage[language]
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 })
  const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const points = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const compactPercent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const decimals: Intl.NumberFormat[] = []
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 10 })
  const compact = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone })
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone })
  const settle = (text: string) => text.replace(/[\u00a0\u202f]/g, '\u202f')
  // A currency's sign stands further from the figure than a group of digits does.
  const settleMoney = (text: string) => settle(text).replace(/\u202f(?=\D+$)/, '\u00a0')
  const formatPercent = (share: number) => settle(percent.format(share))

  return {
    probability(probability) {
      if (probability > 0 && probability < 0.001) return `<\u202f${formatPercent(0.001)}`
      if (probability < 1 && probability > 0.999) return `>\u202f${formatPercent(0.999)}`
      return formatPercent(probability)
    },
    share: formatPercent,
    compactShare: (share) => settle(compactPercent.format(share)),
    points: (figure) => settle(points.format(Math.abs(figure))),
    money: (amount) => settleMoney(money.format(amount)),
    integer: (count) => settle(integer.format(count)),
    decimal(figure, digits) {
      decimals[digits] ??= new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      })
      return settle(decimals[digits].format(figure))
    },
    compact: (figure) => settle(compact.format(figure)),
    plain: (figure) => settle(plain.format(figure)),
    clientId: (clientId) => groupDigits(String(clientId)),
    moment: (iso) => settle(moment.format(new Date(iso))),
    instant: (iso) => settle(instant.format(new Date(iso))),
    ordinal: (rank) => formatOrdinal(language, rank),
  }
}
