import { readClientIds } from '../client-columns.ts'
import type { FeatureStore } from '../open-feature-store.ts'
import { searchSorted } from '../search-sorted.ts'

export interface SearchClientIds {
  /** First digits of an id; empty for all clients. Anything but digits matches none. */
  prefix: string
  limit: number
  /** The last id of the page before. */
  afterClientId?: number
}

export interface FoundClientIds {
  /** Rising. */
  clientIds: number[]
  /** Clients that match in all pages. */
  matchCount: number
  hasMore: boolean
}

/**
 * One page of the clients whose id begins with the digits given: for each possible length of an id a range of
 * numbers, found by bisection, so that the time does not depend on how many match.
 */
export function searchClientIds(store: FeatureStore, search: SearchClientIds): FoundClientIds {
  const { prefix, limit, afterClientId = Number.NEGATIVE_INFINITY } = search
  const ids = readClientIds(store)
  const clientIds: number[] = []
  let matchCount = 0
  let hasMore = false
  for (const [low, high] of rangesOf(prefix)) {
    const from = searchSorted(ids, low)
    const end = searchSorted(ids, high + 1)
    matchCount += end - from
    for (let i = Math.max(from, searchSorted(ids, afterClientId + 1)); i < end && !hasMore; i++) {
      if (clientIds.length < limit) clientIds.push(ids[i] as number)
      else hasMore = true
    }
  }
  return { clientIds, matchCount, hasMore }
}

/** `12` → [12, 12], [120, 129], [1200, 1299] …: rising, since a longer id is a greater one. */
function rangesOf(prefix: string): [low: number, high: number][] {
  if (prefix === '') return [[0, Number.MAX_SAFE_INTEGER - 1]]
  if (!/^[1-9]\d{0,15}$/.test(prefix)) return []
  const ranges: [number, number][] = []
  const digits = Number(prefix)
  for (let width = 1; (digits + 1) * width <= Number.MAX_SAFE_INTEGER; width *= 10) {
    ranges.push([digits * width, (digits + 1) * width - 1])
  }
  return ranges
}
