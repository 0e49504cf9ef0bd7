import type { ChosenClients, SortedValues } from './chosen-clients.ts'

/** The group's known values, rising: one pass over all values in their order, so that nothing need be sorted. */
export function gatherValues({ order, values }: SortedValues, { mask, size }: ChosenClients): Float32Array {
  if (size === mask.length) return values
  // One place more than can be filled: every value is written, and the next one over it if it is not the group's.
  const gathered = new Float32Array(size + 1)
  let count = 0
  for (let i = 0; i < values.length; i++) {
    gathered[count] = values[i]!
    count += mask[order[i]!]!
  }
  return gathered.subarray(0, count)
}
