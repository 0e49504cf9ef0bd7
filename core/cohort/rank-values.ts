import { type SortedFloats, sortFloats } from './sort-floats.ts'

/** A feature of all clients, made ready for the ranks of any group of them. */
export interface RankedValues extends SortedFloats {
  /** By client: the part of the sorted values that holds the client's; `bucketCount` for an unknown value. */
  buckets: Uint16Array
  bucketCount: number
  /** A bucket holds 2 ** bucketBits sorted values, the last one the rest. */
  bucketBits: number
}

const leastBucketBits = 6
const mostBuckets = 0xffff

/** @param byClient The feature of all clients in the order of ids, NaN for unknown. */
export function rankValues(byClient: Float32Array): RankedValues {
  const { order, values } = sortFloats(byClient)
  let bucketBits = leastBucketBits
  while (values.length >>> bucketBits >= mostBuckets) bucketBits++
  const bucketCount = Math.ceil(values.length / 2 ** bucketBits)
  const buckets = new Uint16Array(byClient.length).fill(bucketCount)
  for (let place = 0; place < order.length; place++) buckets[order[place]!] = place >>> bucketBits
  return { order, values, buckets, bucketCount, bucketBits }
}
