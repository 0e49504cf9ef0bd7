import { readClientIds } from '#db/store/client-columns.ts'
import { keepUntilChanged } from '#db/store/keep-until-changed.ts'
import type { FeatureStore } from '#db/store/open-feature-store.ts'
import { findScoredModel } from '#db/store/queries/find-scored-model.ts'
import { readFeatureColumn } from '#db/store/queries/read-feature-column.ts'
import { countBelow } from '../cohort/count-below.ts'

/**
 * The features that a model computed itself for a client when it scored the portfolio: a fifth of a millisecond less
 * than computing them again, to the same number.
 *
 * @param bundleSha256 The model's bundle.
 * @returns One value a name; null when the store holds another model's, none, or no such client.
 */
export function findOwnFeatures(
  store: FeatureStore,
  { names, bundleSha256 }: { names: readonly string[]; bundleSha256: string },
  clientId: number,
): number[] | null {
  if (findScoredModel(store)?.bundleSha256 !== bundleSha256) return null
  const clientIds = readClientIds(store)
  const client = countBelow(clientIds, clientId)
  if (clientIds[client] !== clientId) return null
  return names.map(
    (name) => keepUntilChanged(store, `own ${name}`, () => readFeatureColumn(store, name))[client] as number,
  )
}
