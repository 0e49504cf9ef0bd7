import { formatFeatureValue } from '#core/contracts/wording/format-feature-value.ts'
import type { Messages } from '../components/use-messages.ts'

/** A feature's value in its unit, in the core's words and with the page's spaces. */
export function formatFeature(value: number | null, unit: string, { language, format }: Messages): string {
  if (unit === 'amount' && value !== null) return format.money(value)
  const words = { name: '', label: '', unit, nullMeaning: '', codeLabels: {} }
  return formatFeatureValue(value, words, { language, currency: 'EUR' }).replace(/[\u00a0\u202f]/g, '\u202f')
}
