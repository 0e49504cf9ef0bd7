import { z } from 'zod'
import { AdvisorError } from '../contracts/advisor-error.ts'
import type { ModelBundle } from './load-bundle.ts'
import { parseBundleFile } from './parse-bundle-file.ts'

const importanceSchema = z.object({
  features: z.array(z.object({ feature: z.string(), gainShare: z.number().min(0) })),
})
const loaded = new WeakMap<ModelBundle, ReadonlyMap<string, number>>()

/**
 * Each of the model's features with its share of what all splits gained, the most important first, from
 * `importance.json`. Read once a bundle.
 *
 * @throws AdvisorError BUNDLE_CORRUPT when the file is not what training writes.
 */
export function loadImportance(bundle: ModelBundle): ReadonlyMap<string, number> {
  const importance = loaded.get(bundle) ?? readImportance(bundle)
  loaded.set(bundle, importance)
  return importance
}

function readImportance(bundle: ModelBundle): ReadonlyMap<string, number> {
  const { features } = parseBundleFile(bundle, 'importance.json', importanceSchema)
  const names = new Set(bundle.manifest.features)
  if (features.every(({ feature }) => names.has(feature))) {
    const sorted = features.sort((a, b) => b.gainShare - a.gainShare)
    return new Map(sorted.map(({ feature, gainShare }) => [feature, gainShare]))
  }
  throw new AdvisorError('BUNDLE_CORRUPT', {
    found: `importance.json of ${bundle.directory} names features that its model does not read.`,
    expected: 'Expected features that the manifest names.',
    nextStep: 'Restore the bundle, or train and promote a new one.',
  })
}
