import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AdvisorError } from '../contracts/advisor-error.ts'
import type { FeatureSpread } from '../contracts/wording/describe-reason.ts'
import type { ModelBundle } from './load-bundle.ts'

const referenceSchema = z.object({
  quantiles: z.array(z.number()),
  features: z.array(z.object({ feature: z.string(), quantiles: z.array(z.number()).nullable() })),
})

/**
 * Quartiles and outer tenths of each of the model's features among its training clients, from `reference.json`.
 * A feature that no training client has is absent.
 *
 * @throws AdvisorError BUNDLE_CORRUPT when the file is not what training writes.
 */
export function loadSpreads(bundle: ModelBundle): Map<string, FeatureSpread> {
  const path = join(bundle.directory, 'reference.json')
  const parsed = referenceSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!parsed.success) {
    throw new AdvisorError('BUNDLE_CORRUPT', {
      found: `${path} breaks its schema: ${parsed.error.issues[0]?.message}.`,
      expected: 'Expected the reference statistics that training writes.',
      nextStep: 'Restore the bundle, or train and promote a new one.',
    })
  }
  const at = [0.1, 0.25, 0.5, 0.75, 0.9].map((quantile) => parsed.data.quantiles.indexOf(quantile))
  return new Map(
    parsed.data.features.flatMap(({ feature, quantiles }) => {
      if (!quantiles || quantiles.length === 0) return []
      const [p10, p25, median, p75, p90] = at.map((position) => quantiles[position] as number)
      return [[feature, { p10, p25, median, p75, p90 } as FeatureSpread] as const]
    }),
  )
}
