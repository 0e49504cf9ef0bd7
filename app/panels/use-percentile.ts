import { useMessages } from '../components/use-messages.ts'

/** A rank out of a hundred as an ordinal: never the 0th nor the 100th, which nobody has. */
export function usePercentile(): (percentile: number) => string {
  const { t, format } = useMessages()
  return (percentile) =>
    t('compare.percentile', { rank: format.ordinal(Math.min(99, Math.max(1, Math.round(percentile)))) })
}
