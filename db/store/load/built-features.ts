import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FeaturesSummary } from '#db/build/build-features.ts'
import { DataError } from '../../data-error.ts'

/** What `features:build` says of its files, and where they are. */
export interface BuiltFeatures extends FeaturesSummary {
  featuresPath: string
  clientsPath: string
}

/**
 * Reads features.json and makes sure that the tables it describes are there.
 *
 * @throws DataError STEP_MISSING when `features:build` has not run here.
 */
export function readBuiltFeatures(dataDir: string): BuiltFeatures {
  const paths = ['features.json', 'features.parquet', 'clients.parquet'].map((name) => join(dataDir, name))
  const [manifestPath, featuresPath, clientsPath] = paths as [string, string, string]
  for (const path of paths) if (!existsSync(path)) throw notBuilt(`${path} does not exist.`)
  const manifest = parseManifest(readFileSync(manifestPath, 'utf8'))
  if (!manifest) throw notBuilt(`${manifestPath} is not what the feature builder writes.`)
  return { ...manifest, featuresPath, clientsPath }
}

function parseManifest(text: string): FeaturesSummary | null {
  try {
    const manifest = JSON.parse(text)
    const isWhole =
      typeof manifest.dataVersion === 'string' &&
      (manifest.origin === 'demo' || manifest.origin === 'import') &&
      typeof manifest.name === 'string' &&
      Number.isSafeInteger(manifest.rows) &&
      Number.isSafeInteger(manifest.featureCount) &&
      Array.isArray(manifest.warnings) &&
      typeof manifest.featuresSqlSha256 === 'string'
    return isWhole ? manifest : null
  } catch {
    return null
  }
}

/** The error for features that are absent or do not belong together. */
export function notBuilt(found: string): DataError {
  return new DataError(
    'STEP_MISSING',
    `${found} Features built from the raw tables are expected: features.parquet, clients.parquet and features.json. Run \`npm run features:build\`.`,
  )
}
