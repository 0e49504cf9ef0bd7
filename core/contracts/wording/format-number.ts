import type { Language } from '../language.ts'

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }
const formatters = new Map<string, Intl.NumberFormat>()

function formatterFor(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language}${JSON.stringify(options)}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.NumberFormat(locales[language], options)
    formatters.set(key, formatter)
  }
  return formatter
}

/** A share from 0 to 1 as a percentage with one decimal: "86,4 %", "86.4%". */
export function formatPercent(share: number, language: Language, decimals = 1): string {
  return formatterFor(language, {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(share)
}

/** A whole number or a decimal with at most `decimals` places: "406 600", "0.14". */
export function formatNumber(number: number, language: Language, decimals = 0): string {
  return formatterFor(language, { maximumFractionDigits: decimals }).format(number)
}

/** An amount without cents in the given ISO 4217 currency: "406 600 €". */
export function formatAmount(amount: number, language: Language, currency: string): string {
  return formatterFor(language, { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount)
}
