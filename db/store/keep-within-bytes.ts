import { keepUntilChanged } from './keep-until-changed.ts'
import type { FeatureStore } from './open-feature-store.ts'

/** What all kept columns of a store may take together: about 36 sorted features of 300,000 clients, or 15 ranked ones. */
const byteBudget = 44 * 1024 * 1024

interface Kept {
  values: Map<string, { value: unknown; bytes: number }>
  bytes: number
}

/**
 * What `read` gave, like `keepUntilChanged`, but within a budget shared by all that is kept this way: what was
 * asked for longest ago goes first. `bytesOf` says what a value takes.
 */
export function keepWithinBytes<Value>(
  store: FeatureStore,
  key: string,
  read: () => Value,
  bytesOf: (value: Value) => number,
): Value {
  const kept = keepUntilChanged(store, 'kept-within-bytes', (): Kept => ({ values: new Map(), bytes: 0 }))
  const found = kept.values.get(key)
  if (found) {
    // A Map keeps the order of insertion: put back at its end, the entry is the newest.
    kept.values.delete(key)
    kept.values.set(key, found)
    return found.value as Value
  }
  const value = read()
  const bytes = bytesOf(value)
  kept.values.set(key, { value, bytes })
  kept.bytes += bytes
  for (const [oldest, entry] of kept.values) {
    if (kept.bytes <= byteBudget || oldest === key) break
    kept.values.delete(oldest)
    kept.bytes -= entry.bytes
  }
  return value
}
