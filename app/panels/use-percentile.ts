import { useMessages } from '../components/use-messages.ts'

interface PercentileWords {
  /** A rank out of a hundred as an ordinal: never the 0th nor the 100th, which nobody has. */
  rank(percentile: number): string
  /** The share below: whole, except near the ends, where a tenth tells nearly all from all. */
  share(percentile: number): string
}

/** How a percentile is said. */
export function usePercentile(): PercentileWords {
  const { t, format } = useMessages()
  return {
    rank: (percentile) =>
      t('compare.percentile', { rank: format.ordinal(Math.min(99, Math.max(1, Math.round(percentile)))) }),
    share: (percentile) =>
      percentile < 1 || percentile > 99
        ? format.share(percentile / 100)
        : t('compare.percent', { percent: format.integer(percentile) }),
  }
}
