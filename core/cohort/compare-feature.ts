import type { ChosenClients } from './chosen-clients.ts'
import { compareKnown, type Standing } from './compare-known.ts'
import { knowValuesOf } from './know-values-of.ts'
import type { RankedValues } from './rank-values.ts'

/**
 * @param ranked The feature of all clients.
 * @param own The client's own value, NaN for unknown.
 */
export function compareFeature(ranked: RankedValues, chosen: ChosenClients, own: number): Standing {
  return compareKnown(knowValuesOf(ranked, chosen), chosen.members.length, own)
}
