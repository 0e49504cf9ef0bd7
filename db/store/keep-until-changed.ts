import { keepPerStore } from './keep-per-store.ts'
import type { FeatureStore } from './open-feature-store.ts'

interface Kept {
  dataVersion: number
  values: Map<string, unknown>
}

/**
 * What `read` gave, until another connection commits or `forgetWhatWasRead` is called. Asking costs about
 * a microsecond: SQLite's own change counter.
 */
export function keepUntilChanged<Value>(store: FeatureStore, key: string, read: () => Value): Value {
  const kept = keptOf(store)
  const changeCounter = keepPerStore(store, 'change-counter', () =>
    store.database.prepare<[], number>('pragma data_version').pluck(),
  )
  const dataVersion = changeCounter.get() as number
  if (kept.dataVersion !== dataVersion) {
    kept.dataVersion = dataVersion
    kept.values.clear()
  }
  if (!kept.values.has(key)) kept.values.set(key, read())
  return kept.values.get(key) as Value
}

/** To be called after a write through this very connection, which the change counter does not count. */
export function forgetWhatWasRead(store: FeatureStore): void {
  keptOf(store).values.clear()
}

function keptOf(store: FeatureStore): Kept {
  return keepPerStore(store, 'kept-until-changed', () => ({ dataVersion: -1, values: new Map() }))
}
