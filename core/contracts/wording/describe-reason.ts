import type { Language } from '../language.ts'
import { type FeatureWords, formatFeatureValue, type ValueFormat } from './format-feature-value.ts'
import { formatPercent } from './format-number.ts'
import { reasonPhrases } from './reason-phrases.ts'

/** Where training clients lie: quartiles and the outer tenths. */
export interface FeatureSpread {
  p10: number
  p25: number
  median: number
  p75: number
  p90: number
}

type Standing = 'farBelow' | 'below' | 'near' | 'above' | 'farAbove'

const standings: Record<Language, Record<Standing, string>> = {
  fr: {
    farBelow: 'nettement sous la médiane',
    below: 'sous la médiane',
    near: 'proche de la médiane',
    above: 'au-dessus de la médiane',
    farAbove: 'nettement au-dessus de la médiane',
  },
  en: {
    farBelow: 'far below the median',
    below: 'below the median',
    near: 'near the median',
    above: 'above the median',
    farAbove: 'far above the median',
  },
}

const unitsWithoutMedian = new Set(['flag', 'code'])

/** One plain sentence without a full stop: what the feature is, its value, how it stands to the median client. */
export function describeReason(
  value: number | null,
  feature: FeatureWords,
  spread: FeatureSpread | null,
  format: ValueFormat,
): string {
  const { language } = format
  const colon = language === 'fr' ? ' : ' : ': '
  if (value === null)
    return `${feature.label.replace(/, (il y a|ago)$/, '')}${colon}${lowerFirst(feature.nullMeaning)}`
  const statement = state(value, feature, format)
  if (spread === null || unitsWithoutMedian.has(feature.unit)) return statement
  const standing = standings[language][assessStanding(value, spread)]
  return `${statement}, ${standing} (${sayValue(spread.median, feature, format)})`
}

function state(value: number, feature: FeatureWords, format: ValueFormat): string {
  const said = sayValue(value, feature, format)
  const phrase = reasonPhrases[feature.name]?.[format.language]
  if (phrase) return phrase.replace('{value}', said)
  // Labels such as "Dernier accord, il y a" are completed by their value.
  if (/(il y a|dans)$/.test(feature.label)) return `${feature.label} ${said}`
  return `${feature.label}${format.language === 'fr' ? ' : ' : ': '}${said}`
}

function sayValue(value: number, feature: FeatureWords, format: ValueFormat): string {
  if (reasonPhrases[feature.name]?.asPercent) return formatPercent(value, format.language)
  return formatFeatureValue(value, feature, format)
}

function assessStanding(value: number, { p10, p25, median, p75, p90 }: FeatureSpread): Standing {
  if (value < p10 && value < median) return 'farBelow'
  if (value > p90 && value > median) return 'farAbove'
  if (value < p25 && value < median) return 'below'
  if (value > p75 && value > median) return 'above'
  return 'near'
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
