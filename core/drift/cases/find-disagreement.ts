import type { EvidentlyVerdict, OurVerdict } from './evidently-verdict.ts'

const distanceTolerance = 1e-6
const pValueTolerance = 1e-4

/**
 * In what a verdict of ours differs from evidently's, in words; null where they agree: the same test, threshold and
 * verdict, a distance within 1e-6, a p-value within 1e-4. Where evidently has no verdict because a window holds no
 * value, neither may we have a statistic.
 */
export function findDisagreement(ours: OurVerdict, evidently: EvidentlyVerdict | undefined): string | null {
  const differ = (expected: string) =>
    `${ours.test} ${ours.statistic} ${ours.drifted ? '' : 'not '}drifted, where evidently says ${expected}`
  if (!evidently) return differ('nothing')
  if (evidently.test === undefined) {
    const isUntested = ours.test === null && (ours.reference.length === 0 || ours.current.length === 0)
    return isUntested && evidently.raises?.startsWith('An empty column')
      ? null
      : differ(`"${evidently.raises}"`)
  }
  const isDistance = evidently.test === 'wasserstein' || evidently.test === 'jensenshannon'
  // scipy's root of a divergence a hair below zero is NaN: ours is 0.
  const difference = Math.abs((ours.statistic ?? Number.NaN) - (evidently.statistic ?? 0))
  const agrees =
    ours.test === evidently.test &&
    ours.threshold === evidently.threshold &&
    ours.drifted === evidently.drifted &&
    difference < (isDistance ? distanceTolerance : pValueTolerance)
  return agrees
    ? null
    : differ(`${evidently.test} ${evidently.statistic} ${evidently.drifted ? '' : 'not '}drifted`)
}
