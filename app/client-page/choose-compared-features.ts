import type { Reason } from '#core/contracts/explain-client.ts'

/** With the score's own distribution they fill two rows of four. */
const comparedCount = 7

/** The client's strongest reasons that are quantities: a category has no distribution to stand in. */
export function chooseComparedFeatures(reasons: readonly Pick<Reason, 'feature'>[]): string[] {
  return reasons
    .map(({ feature }) => feature)
    .filter((feature) => !feature.endsWith('_code'))
    .slice(0, comparedCount)
}
