import type { ChosenClients } from './chosen-clients.ts'

/**
 * Share of defaults among the group's clients whose outcome is known; null when it is known of none.
 *
 * @param outcomes By client: 1 default, 0 none, -1 not known.
 */
export function computeDefaultRate({ mask }: ChosenClients, outcomes: Int8Array): number | null {
  let known = 0
  let defaults = 0
  for (let client = 0; client < mask.length; client++) {
    known += mask[client]! & Number(outcomes[client]! >= 0)
    defaults += mask[client]! & Number(outcomes[client] === 1)
  }
  return known === 0 ? null : defaults / known
}

/** Mean of a number that every client has, over a group of at least one. */
export function computeMean({ mask, size }: ChosenClients, byClient: Float32Array): number {
  let sum = 0
  for (let client = 0; client < mask.length; client++) sum += mask[client]! * byClient[client]!
  return sum / size
}
