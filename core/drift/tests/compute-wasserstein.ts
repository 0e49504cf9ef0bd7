import type { SortedValues } from '../sorted-values.ts'

const leastDeviation = 0.001

/**
 * Normed Wasserstein distance: the area between the two cumulative distributions ÷ the reference's standard
 * deviation (of the population), which counts as at least 0.001.
 */
export function computeWasserstein(reference: SortedValues, current: SortedValues): number {
  return computeArea(reference, current) / Math.max(computeDeviation(reference), leastDeviation)
}

function computeArea(reference: SortedValues, current: SortedValues): number {
  const [rows, currentRows] = [reference.length, current.length]
  let area = 0
  let i = 0
  let j = 0
  let previous = Math.min(reference[0]!, current[0]!)
  while (i < rows || j < currentRows) {
    const isFromReference = j === currentRows || (i < rows && reference[i]! <= current[j]!)
    const next = isFromReference ? reference[i]! : current[j]!
    if (next > previous) {
      area += Math.abs(i / rows - j / currentRows) * (next - previous)
      previous = next
    }
    if (isFromReference) i++
    else j++
  }
  return area
}

function computeDeviation(values: SortedValues): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  const mean = sum / values.length
  let squares = 0
  for (let i = 0; i < values.length; i++) squares += (values[i]! - mean) ** 2
  const variance = squares / values.length
  // Of floats pandas gives variance and deviation in their own precision, and evidently divides by that.
  if (values instanceof Float32Array) return Math.fround(Math.sqrt(Math.fround(variance)))
  return Math.sqrt(variance)
}
