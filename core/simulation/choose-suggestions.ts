import type { Advice } from '../contracts/decision.ts'
import type { ChangeLever } from '../contracts/wording/describe-changes.ts'
import type { Scenario } from './list-scenarios.ts'

export interface ScoredScenario<Score extends { advice: Advice }> extends Scenario {
  score: Score
}

export interface ChosenScenario<Score extends { advice: Advice }> extends ScoredScenario<Score> {
  turnsTo: 'grant' | 'review'
}

const mostSuggestions = 4
const severity: readonly Advice[] = ['grant', 'review', 'refuse']
/** Levers that a combined one must beat to be worth offering. */
const partsOf: Partial<Record<ChangeLever, ChangeLever[]>> = {
  amountAndTerm: ['amount', 'term'],
  downPaymentAndTerm: ['downPayment', 'term'],
}

/**
 * For each lever the scenario of least effort that leads to granting, or where none does, to a closer review instead of
 * a refusal. Two levers together are offered only where they go further, or take less effort, than either alone.
 *
 * @param scenarios The least effort first.
 */
export function chooseSuggestions<Score extends { advice: Advice }>(
  scenarios: readonly ScoredScenario<Score>[],
  adviceBefore: Advice,
): ChosenScenario<Score>[] {
  const best = new Map<ChangeLever, ChosenScenario<Score>>()
  for (const turnsTo of ['grant', 'review'] as const) {
    if (severity.indexOf(turnsTo) >= severity.indexOf(adviceBefore)) continue
    for (const scenario of scenarios) {
      if (scenario.score.advice === turnsTo && !best.has(scenario.lever)) {
        best.set(scenario.lever, { ...scenario, turnsTo })
      }
    }
  }
  const offered = [...best.values()].filter((chosen) => isWorthIt(chosen, best))
  return offered.sort(compareSuggestions).slice(0, mostSuggestions)
}

function isWorthIt<Score extends { advice: Advice }>(
  chosen: ChosenScenario<Score>,
  best: ReadonlyMap<ChangeLever, ChosenScenario<Score>>,
): boolean {
  const parts = partsOf[chosen.lever]?.flatMap((lever) => best.get(lever) ?? []) ?? []
  return parts.every((part) => compareSuggestions(chosen, part) < 0)
}

/** Granting before review, then the least effort. */
function compareSuggestions(
  a: Pick<ChosenScenario<{ advice: Advice }>, 'turnsTo' | 'effort'>,
  b: Pick<ChosenScenario<{ advice: Advice }>, 'turnsTo' | 'effort'>,
): number {
  return severity.indexOf(a.turnsTo) - severity.indexOf(b.turnsTo) || a.effort - b.effort
}
