import type { ChangeLever } from '../contracts/wording/describe-changes.ts'
import type { Scenario } from './list-scenarios.ts'

export interface ScoredScenario extends Scenario {
  /** Position in the batch that was scored. */
  position: number
  /** Whether the scenario turns the advice. */
  turns: boolean
}

const mostSuggestions = 4

/**
 * The scenario of least effort for each lever that turns the advice. Two levers together are offered only where
 * they take less effort than either alone.
 *
 * @param scenarios The least effort first.
 */
export function chooseSuggestions(scenarios: readonly ScoredScenario[]): ScoredScenario[] {
  const best = new Map<ChangeLever, ScoredScenario>()
  for (const scenario of scenarios) {
    if (scenario.turns && !best.has(scenario.lever)) best.set(scenario.lever, scenario)
  }
  const single = Math.min(best.get('amount')?.effort ?? Infinity, best.get('term')?.effort ?? Infinity)
  const pair = best.get('amountAndTerm')
  if (pair && pair.effort >= single) best.delete('amountAndTerm')
  return [...best.values()].sort((a, b) => a.effort - b.effort).slice(0, mostSuggestions)
}
