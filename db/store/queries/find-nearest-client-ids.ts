import { readClientIds } from '../client-columns.ts'
import type { FeatureStore } from '../open-feature-store.ts'
import { searchSorted } from '../search-sorted.ts'

/** The ids nearest to a number, nearest first, the lower one of two that are as near. */
export function findNearestClientIds(store: FeatureStore, clientId: number, count: number): number[] {
  const ids = readClientIds(store)
  const nearest: number[] = []
  let above = searchSorted(ids, clientId)
  let below = above - 1
  while (nearest.length < count && (below >= 0 || above < ids.length)) {
    const distanceBelow = below >= 0 ? clientId - (ids[below] as number) : Number.POSITIVE_INFINITY
    const distanceAbove = above < ids.length ? (ids[above] as number) - clientId : Number.POSITIVE_INFINITY
    nearest.push(ids[distanceBelow <= distanceAbove ? below-- : above++] as number)
  }
  return nearest
}
