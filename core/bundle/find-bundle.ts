import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AdvisorError } from '../contracts/advisor-error.ts'
import { committedBundlesDir } from './find-champion.ts'

/**
 * Folder of the bundle with this hash, among those kept under `dataDir` and those committed with the code.
 *
 * @param sha256 SHA-256 of the bundle's manifest.
 * @throws AdvisorError BUNDLE_MISSING when it was kept nowhere.
 */
export function findBundle(dataDir: string, sha256: string, fallbackDir = committedBundlesDir): string {
  const bundlesDirs = [join(dataDir, 'bundles'), fallbackDir]
  for (const directory of bundlesDirs.flatMap(listFolders)) {
    const manifest = join(directory, 'manifest.json')
    if (!existsSync(manifest)) continue
    if (createHash('sha256').update(readFileSync(manifest)).digest('hex') === sha256) return directory
  }
  throw new AdvisorError('BUNDLE_MISSING', {
    found: `No bundle has SHA-256 ${sha256}.`,
    expected: `Expected it in ${bundlesDirs.join(' or ')}.`,
    nextStep: 'Restore it from where bundles are kept.',
  })
}

function listFolders(bundlesDir: string): string[] {
  if (!existsSync(bundlesDir)) return []
  const entries = readdirSync(bundlesDir, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(bundlesDir, name))
}
