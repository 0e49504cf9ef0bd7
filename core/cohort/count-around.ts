/** How many values of a group are known, and of these below a value, or just it. */
export interface ValueCounts {
  known: number
  below: number
  equal: number
}

/** Counts in one pass, in any order: for a single value a third of a millisecond where sorting takes ten. */
export function countAround(values: Float32Array, own: number): ValueCounts {
  let known = 0
  let below = 0
  let equal = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    // NaN, which is unknown, equals nothing, itself included.
    known += Number(value === value)
    below += Number(value < own)
    equal += Number(value === own)
  }
  return { known, below, equal }
}
