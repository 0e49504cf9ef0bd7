import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFeatureStore } from '#db/store/open-feature-store.ts'
import { listAllClientIds } from '#db/store/queries/list-all-client-ids.ts'
import { prepareData } from '#server/prepare-data.ts'

/**
 * A loaded and scored demo store of the given size, kept in the temporary folder between benches because the
 * larger ones take minutes to make. `BENCH_DATA_DIR` names another one to measure on.
 */
export async function prepareBenchStore(demoClients: number): Promise<string> {
  const dataDir = process.env.BENCH_DATA_DIR ?? join(tmpdir(), `credit-advisor-bench-${demoClients}`)
  await prepareData({ dataDir, demoClients, demoSeed: 7 })
  return dataDir
}

/** Ids of all clients of a store, ascending. */
export function clientIdsOf(dataDir: string): number[] {
  const store = openFeatureStore({ dataDir })
  const clientIds = listAllClientIds(store)
  store.close()
  return clientIds
}
