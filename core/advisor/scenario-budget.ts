/** How many scenarios a search may try. */
export interface ScenarioBudget {
  /** How many of the next ones may be tried; 0 ends the search. */
  take(wanted: number): number
}

/** All that can be begun within a time from now. */
export function budgetOfTime(milliseconds: number): ScenarioBudget {
  const deadline = performance.now() + milliseconds
  return { take: (wanted) => (performance.now() < deadline ? wanted : 0) }
}

/** Just as many as an earlier search tried: the same ones, since they are tried in order. */
export function budgetOfCount(scenarios: number): ScenarioBudget {
  let left = scenarios
  return {
    take(wanted) {
      const taken = Math.min(wanted, left)
      left -= taken
      return taken
    },
  }
}
