import { basename } from 'node:path'
import type { FeatureStore } from '#db/store/open-feature-store.ts'
import { findDataset } from '#db/store/queries/find-dataset.ts'
import { findChampion } from '../bundle/find-champion.ts'
import { loadBundle } from '../bundle/load-bundle.ts'
import type { PendingService } from '../contracts/service-status.ts'
import { markChampion } from './mark-champion.ts'
import type { OpenModel } from './open-model.ts'
import { proveModel } from './prove-model.ts'
import type { SharedModels } from './share-models.ts'

export interface FollowChampionOptions {
  dataDir: string
  committedBundlesDir?: string | undefined
  store: FeatureStore
  models: SharedModels
  /** Hears why a champion is refused, once. */
  onRefused: (error: unknown) => void
}

export interface FollowedChampion {
  /** Looks again if the champion, its files or the loaded data have changed. Rejects only when the store can't be read. */
  update(): Promise<void>
  /** The champion, open and tried on the loaded data; null while it is refused. */
  model(): OpenModel | null
  refusal(): PendingService | null
  close(): Promise<void>
}

/** Keeps the champion open. One that is broken or does not fit the data is refused until either changes. */
export function followChampion(options: FollowChampionOptions): FollowedChampion {
  const { dataDir, committedBundlesDir, store, models } = options
  let mark: string | null = null
  let model: OpenModel | null = null
  let refusal: PendingService | null = null

  async function change(next: OpenModel | null): Promise<void> {
    const former = model
    model = next
    if (former) await models.letGo(former)
  }
  return {
    async update() {
      const now = `${markChampion(dataDir, committedBundlesDir)}\n${findDataset(store)?.loadedAt}`
      if (now === mark) return
      mark = now
      let tried: OpenModel | null = null
      try {
        tried = await models.take(loadBundle(findChampion(dataDir, committedBundlesDir)))
        await proveModel(tried, store)
        refusal = null
        await change(tried)
      } catch (error) {
        if (tried) await models.letGo(tried)
        const reason = error instanceof Error ? error.message : String(error)
        refusal = { modelVersion: nameChampion(dataDir, committedBundlesDir), state: 'refused', reason }
        await change(null)
        options.onRefused(error)
      }
    },
    model: () => model,
    refusal: () => refusal,
    close: () => change(null),
  }
}

function nameChampion(dataDir: string, committedBundlesDir?: string): string | null {
  try {
    return basename(findChampion(dataDir, committedBundlesDir))
  } catch {
    return null
  }
}
