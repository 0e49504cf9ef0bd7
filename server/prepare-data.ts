import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { findChampion } from '#core/bundle/find-champion.ts'
import { loadBundle } from '#core/bundle/load-bundle.ts'
import { computeFeaturesSqlSha256 } from '#db/features/compute-features-sql-sha256.ts'
import { runStep } from '#db/run-step.ts'
import { findLoadedDataset } from '#db/store/find-loaded-dataset.ts'

export interface PrepareDataOptions {
  dataDir: string
  /** Clients of the synthetic portfolio that is made when there are no raw tables at all. */
  demoClients: number
  demoSeed: number
}

const versionSchema = z.object({ dataVersion: z.string(), featuresSqlSha256: z.string().optional() })

/**
 * Brings the store up to the raw tables, running only the steps whose input has changed:
 * demo tables (when there are none) → features → store → scores of the portfolio.
 *
 * @throws Error when a step fails; what was there before is still there.
 */
export async function prepareData({ dataDir, demoClients, demoSeed }: PrepareDataOptions): Promise<void> {
  const environment = { DATA_DIR: dataDir }
  const readRaw = () => readVersion(join(dataDir, 'raw/source.json'))
  const readFeatures = () => readVersion(join(dataDir, 'features.json'))

  const hasStore = findLoadedDataset(dataDir) !== null
  if (!readRaw() && !readFeatures() && !hasStore) {
    const args = ['--clients', String(demoClients), '--seed', String(demoSeed)]
    await runStep(['node', 'db/raw/data-demo.ts', ...args], environment)
  }
  const raw = readRaw()
  const featuresBefore = readFeatures()
  const featuresAreCurrent =
    featuresBefore?.dataVersion === raw?.dataVersion &&
    featuresBefore?.featuresSqlSha256 === computeFeaturesSqlSha256()
  if (raw && !featuresAreCurrent) await runStep(['node', 'db/build/features-build.ts'], environment)

  const features = readFeatures()
  const loaded = findLoadedDataset(dataDir)
  const storeIsCurrent =
    !features ||
    (loaded?.isCurrent &&
      loaded.dataVersion === features.dataVersion &&
      loaded.featuresSqlSha256 === features.featuresSqlSha256)
  if (!storeIsCurrent) await runStep(['node', 'db/store/store-load.ts'], environment)
  const champion = loadBundle(findChampion(dataDir))
  const isScored = findLoadedDataset(dataDir)?.scoredBundleSha256 === champion.sha256
  if (!isScored) await runStep(['node', 'core/advisor/store-score.ts'], environment)
}

function readVersion(path: string): z.infer<typeof versionSchema> | null {
  if (!existsSync(path)) return null
  const parsed = versionSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (parsed.success) return parsed.data
  throw new Error(`${path} names no data version. Remove it and import or generate the data again.`)
}
