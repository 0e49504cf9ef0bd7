import type { ChosenClients } from './chosen-clients.ts'

/**
 * Share of defaults among the group's clients whose outcome is known; null when it is known of none.
 *
 * @param outcomes By client: 1 default, 0 none, -1 not known.
 */
export function computeDefaultRate({ members }: ChosenClients, outcomes: Int8Array): number | null {
  let known = 0
  let defaults = 0
  for (let i = 0; i < members.length; i++) {
    const outcome = outcomes[members[i]!]!
    known += Number(outcome >= 0)
    defaults += Number(outcome === 1)
  }
  return known === 0 ? null : defaults / known
}

/** Mean of a number that every client has, over a group of at least one. */
export function computeMean({ members }: ChosenClients, byClient: Float32Array): number {
  let sum = 0
  for (let i = 0; i < members.length; i++) sum += byClient[members[i]!]!
  return sum / members.length
}
