import type { ChosenClients } from './chosen-clients.ts'
import { computePercentile } from './compute-percentile.ts'
import { describeSpread, type Spread } from './describe-spread.ts'
import { knowValuesOf } from './know-values-of.ts'
import type { RankedValues } from './rank-values.ts'

/** How a client's value stands among a group's. */
export interface Standing extends Spread {
  /** Null when the client's value is unknown, or everybody's in the group. */
  percentile: number | null
}

/**
 * @param ranked The feature of all clients.
 * @param own The client's own value, NaN for unknown.
 */
export function compareFeature(ranked: RankedValues, chosen: ChosenClients, own: number): Standing {
  const known = knowValuesOf(ranked, chosen)
  const below = known.countBelow(own)
  return {
    percentile: Number.isNaN(own)
      ? null
      : computePercentile({ known: known.count, below, equal: known.countUpTo(own) - below }),
    ...describeSpread(known, chosen.members.length),
  }
}
