import type { Estimate } from '#core/contracts/bundle-evaluation.ts'
import { useMessages } from './use-messages.ts'

/** The ends of an estimate's interval in words, each written by `write`. */
export function useIntervalWords(): (estimate: Estimate, write: (figure: number) => string) => string {
  const { t } = useMessages()
  return ({ low, high }, write) => t('model.interval', { low: write(low), high: write(high) })
}
