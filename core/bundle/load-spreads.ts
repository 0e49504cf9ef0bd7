import { z } from 'zod'
import type { FeatureSpread } from '../contracts/wording/describe-reason.ts'
import type { ModelBundle } from './load-bundle.ts'
import { parseBundleFile } from './parse-bundle-file.ts'

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
  const reference = parseBundleFile(bundle, 'reference.json', referenceSchema)
  const at = [0.1, 0.25, 0.5, 0.75, 0.9].map((quantile) => reference.quantiles.indexOf(quantile))
  return new Map(
    reference.features.flatMap(({ feature, quantiles }) => {
      if (!quantiles || quantiles.length === 0) return []
      const [p10, p25, median, p75, p90] = at.map((position) => quantiles[position] as number)
      return [[feature, { p10, p25, median, p75, p90 } as FeatureSpread] as const]
    }),
  )
}
