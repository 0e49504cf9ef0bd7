import { DataError } from '#db/data-error.ts'
import { openFeatureStore } from '#db/store/open-feature-store.ts'
import { findDataset } from '#db/store/queries/find-dataset.ts'

/** The dataset that the store under `dataDir` holds, or null when nothing was loaded yet. */
export function findLoadedDataset(dataDir: string): ReturnType<typeof findDataset> {
  try {
    const store = openFeatureStore({ dataDir })
    try {
      return findDataset(store)
    } finally {
      store.close()
    }
  } catch (error) {
    if (error instanceof DataError && error.code === 'STEP_MISSING') return null
    throw error
  }
}
