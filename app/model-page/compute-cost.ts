import type { Decisions } from './decisions.ts'

/** Cost per client at one of the thresholds, when a missed default costs `ratio` refused good clients. */
export function computeCost(decisions: Decisions, index: number, ratio: number): number {
  const missed = decisions.defaults - (decisions.defaultsRefused[index] as number)
  return (ratio * missed + (decisions.goodRefused[index] as number)) / decisions.clients
}

/** What deciding without a model costs per client: everyone granted, everyone refused. */
export function computeBlanketCosts(
  { clients, defaults }: Pick<Decisions, 'clients' | 'defaults'>,
  ratio: number,
): { grantAll: number; refuseAll: number } {
  return { grantAll: (ratio * defaults) / clients, refuseAll: (clients - defaults) / clients }
}
