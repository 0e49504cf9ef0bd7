import { join } from 'node:path'

/** Where the feature store of a DATA_DIR is. */
export function storePath(dataDir: string): string {
  return join(dataDir, 'store.sqlite')
}
