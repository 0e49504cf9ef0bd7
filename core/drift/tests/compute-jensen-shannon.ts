import { countBelow } from '../../cohort/count-below.ts'
import { countDistinct } from '../count-distinct.ts'
import { countValues } from '../count-values.ts'
import type { SortedValues } from '../sorted-values.ts'

/** Jensen–Shannon distance of the shares of each value: the square root of the divergence in natural logarithms. */
export function computeJensenShannon(reference: SortedValues, current: SortedValues): number {
  const counts = countValues(reference, current)
  return computeDistance(counts.reference, counts.current)
}

/** Above so many distinct values in the reference, evidently bins a numerical column. */
const mostSingleValues = 20

/** The same for a numerical column: by value, or by Sturges' bins where the reference has more than 20 values. */
export function computeBinnedJensenShannon(reference: SortedValues, current: SortedValues): number {
  if (countDistinct(mostSingleValues, reference) <= mostSingleValues) {
    return computeJensenShannon(reference, current)
  }
  const edges = computeSturgesEdges(reference, current)
  return computeDistance(countBetween(edges, reference), countBetween(edges, current))
}

/** Equal bins over both windows, log2 of the rows + 1 of them, with edges in the column's own precision as numpy's. */
function computeSturgesEdges(reference: SortedValues, current: SortedValues): number[] {
  const round = reference instanceof Float32Array ? Math.fround : (edge: number) => edge
  const first = Math.min(reference[0]!, current[0]!)
  const last = Math.max(reference.at(-1)!, current.at(-1)!)
  const range = round(last - first)
  const sturgesWidth = range / (Math.log2(reference.length + current.length) + 1)
  const width = reference instanceof Float32Array ? sturgesWidth : Math.max(sturgesWidth, 1)
  const bins = Math.ceil(range / width)
  const step = round(range / bins)
  return Array.from({ length: bins + 1 }, (_, bin) =>
    bin === bins ? last : round(round(bin * step) + first),
  )
}

/** Counts between edges; the last bin takes its upper edge too. */
function countBetween(edges: readonly number[], sorted: SortedValues): number[] {
  const places = edges.map((edge) => countBelow(sorted, edge))
  places[edges.length - 1] = sorted.length
  return places.slice(1).map((place, bin) => place - places[bin]!)
}

function computeDistance(reference: readonly number[], current: readonly number[]): number {
  const rows = reference.reduce((sum, count) => sum + count, 0)
  const currentRows = current.reduce((sum, count) => sum + count, 0)
  let divergence = 0
  for (let i = 0; i < reference.length; i++) {
    const share = reference[i]! / rows
    const currentShare = current[i]! / currentRows
    const middle = (share + currentShare) / 2
    if (share > 0) divergence += share * Math.log(share / middle)
    if (currentShare > 0) divergence += currentShare * Math.log(currentShare / middle)
  }
  // Shares that differ in their last digit alone can sum to a hair below zero, where scipy's root is NaN.
  return Math.sqrt(Math.max(divergence, 0) / 2)
}
