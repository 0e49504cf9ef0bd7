import type { Standing } from '../cohort/compare-known.ts'
import { roundDigits } from '../cohort/round-digits.ts'
import type { FeatureComparison, Histogram } from '../contracts/compare-cohort.ts'
import { formatFeatureValue, type ValueFormat } from '../contracts/wording/format-feature-value.ts'
import type { DescribedFeature } from './read-feature-words.ts'

/** A client's standing in a feature, in words and with the digits that mean something. */
export function describeStanding(
  feature: DescribedFeature,
  own: number,
  standing: Standing,
  format: ValueFormat,
): FeatureComparison {
  const known = Number.isNaN(own) ? null : own
  const say = (exact: number | null) => formatFeatureValue(exact, feature, format)
  const round = (exact: number | null) => (exact === null ? null : roundDigits(exact))
  return {
    feature: feature.name,
    label: feature.label,
    unit: feature.unit,
    clientValue: round(known),
    displayValue: say(known),
    percentile: standing.percentile === null ? null : roundPercentile(standing.percentile),
    p25: round(standing.p25),
    median: round(standing.median),
    p75: round(standing.p75),
    medianDisplayValue: standing.median === null ? null : say(standing.median),
    knownShare: roundDigits(standing.knownShare, 4),
    histogram: labelBins(standing.histogram, feature, say),
  }
}

/** To the tenth that sentences say too. */
export function roundPercentile(percentile: number): number {
  return Number(percentile.toFixed(1))
}

/** Names the values of a histogram of codes or flags. */
export function labelBins(
  histogram: Histogram,
  { unit }: DescribedFeature,
  say: (exact: number) => string,
): Histogram {
  if (!histogram.values || (unit !== 'code' && unit !== 'flag')) return histogram
  return { ...histogram, valueLabels: histogram.values.map(say) }
}
