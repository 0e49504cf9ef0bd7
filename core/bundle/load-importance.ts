import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AdvisorError } from '../contracts/advisor-error.ts'
import type { ModelBundle } from './load-bundle.ts'

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

function readImportance({ directory, manifest }: ModelBundle): ReadonlyMap<string, number> {
  const path = join(directory, 'importance.json')
  const parsed = importanceSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  const names = new Set(manifest.features)
  if (parsed.success && parsed.data.features.every(({ feature }) => names.has(feature))) {
    const sorted = parsed.data.features.sort((a, b) => b.gainShare - a.gainShare)
    return new Map(sorted.map(({ feature, gainShare }) => [feature, gainShare]))
  }
  throw new AdvisorError('BUNDLE_CORRUPT', {
    found: `${path} does not hold the importance of the model's features.`,
    expected: 'Expected a gainShare for features that the manifest names.',
    nextStep: 'Restore the bundle, or train and promote a new one.',
  })
}
