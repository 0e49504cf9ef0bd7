import { resolveDataDir } from '#db/data-dir.ts'
import { findLoadedDataset } from '#db/store/find-loaded-dataset.ts'
import { demoPortfolio } from '#server/demo-portfolio.ts'
import { prepareData } from '#server/prepare-data.ts'

/**
 * The environment's DATA_DIR, with the demo portfolio made in it, as `npm start` does, where nothing is loaded yet.
 *
 * @returns Its path.
 */
export async function prepareStore(): Promise<string> {
  const dataDir = resolveDataDir()
  if (findLoadedDataset(dataDir) === null) await prepareData({ dataDir, ...demoPortfolio })
  return dataDir
}
