import type { ChosenClients } from './chosen-clients.ts'

/** One condition on a column of all clients. An unknown value meets none. */
export type Condition =
  /** Both ends included; NaN is unknown. */
  | { kind: 'range'; values: Float64Array; min: number; max: number }
  /** `allowed[code]` is 1 for the categories asked for; code 0 is unknown. */
  | { kind: 'category'; codes: Uint16Array; allowed: Uint8Array }
  /** 1, 0, or -1 for unknown. */
  | { kind: 'flag'; flags: Int8Array; wanted: boolean }

/** The clients who meet every condition; all of them when there is none. */
export function chooseFiltered(clientCount: number, conditions: readonly Condition[]): ChosenClients {
  const mask = new Uint8Array(clientCount).fill(1)
  for (const condition of conditions) keepMatching(mask, condition)
  let size = 0
  for (let client = 0; client < clientCount; client++) size += mask[client]!
  // One place more than can be filled: a client who is not in the group is written over.
  const members = new Uint32Array(size + 1)
  for (let client = 0, member = 0; member < size; client++) {
    members[member] = client
    member += mask[client]!
  }
  return { mask, members: members.subarray(0, size) }
}

/** A loop for each kind, without branches: the time is that of reading the column, whatever the filter. */
function keepMatching(mask: Uint8Array, condition: Condition): void {
  if (condition.kind === 'range') {
    const { values, min, max } = condition
    for (let client = 0; client < mask.length; client++) {
      mask[client]! &= Number(values[client]! >= min) & Number(values[client]! <= max)
    }
  } else if (condition.kind === 'category') {
    const { codes, allowed } = condition
    for (let client = 0; client < mask.length; client++) mask[client]! &= allowed[codes[client]!]!
  } else {
    const wanted = condition.wanted ? 1 : 0
    const { flags } = condition
    for (let client = 0; client < mask.length; client++) mask[client]! &= Number(flags[client] === wanted)
  }
}
