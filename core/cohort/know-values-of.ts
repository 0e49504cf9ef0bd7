import type { ChosenClients } from './chosen-clients.ts'
import { countBelow, countUpTo } from './count-below.ts'
import { createKnownValues, type KnownValues } from './known-values.ts'
import type { RankedValues } from './rank-values.ts'

/**
 * The known values of a group. One pass counts its members in each bucket of the sorted values; a rank or a value is
 * then found by looking through a single bucket.
 */
export function knowValuesOf(ranked: RankedValues, { mask, members }: ChosenClients): KnownValues {
  const { order, values, bucketBits } = ranked
  if (members.length === mask.length) return createKnownValues(values)
  const starts = countStarts(ranked, members)
  const count = starts.at(-1)!
  const countBefore = (end: number) => {
    const bucket = end >>> bucketBits
    let found = starts[bucket]!
    for (let place = bucket << bucketBits; place < end; place++) found += mask[order[place]!]!
    return found
  }
  return {
    count,
    at(rank) {
      const bucket = countUpTo(starts, rank) - 1
      let place = (bucket << bucketBits) - 1
      for (let left = rank - starts[bucket]!; left >= 0; left -= mask[order[place]!]!) place++
      return values[place]!
    },
    countBelow: (limit) => countBefore(countBelow(values, limit)),
    countUpTo: (limit) => countBefore(countUpTo(values, limit)),
  }
}

/** How many known values of the group lie before each bucket, and at the end how many there are. */
function countStarts({ buckets, bucketCount }: RankedValues, members: Uint32Array): Uint32Array {
  // The last one takes the unknown, which come after all the others.
  const counts = new Uint32Array(bucketCount + 1)
  for (let i = 0; i < members.length; i++) counts[buckets[members[i]!]!]!++
  let next = 0
  for (let bucket = 0; bucket <= bucketCount; bucket++) {
    const inBucket = counts[bucket]!
    counts[bucket] = next
    next += inBucket
  }
  return counts
}
