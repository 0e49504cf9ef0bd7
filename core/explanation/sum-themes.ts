/** Log-odds that one step of a theme's mark stands for: 0.25 moves the odds of default by a fifth to a quarter. */
export const logOddsPerMark = 0.25

export interface ThemeSum {
  theme: string
  contributionLogOdds: number
  /** −5 (speaks against the client) to +5 (for). */
  mark: number
}

/**
 * Sums contributions by theme, largest first; the sums add up to the sum of all contributions.
 *
 * @param themes The theme of each feature, in the order of the contributions.
 */
export function sumThemes(contributionsLogOdds: Float64Array, themes: readonly string[]): ThemeSum[] {
  const sums = new Map<string, number>()
  contributionsLogOdds.forEach((contribution, position) => {
    const theme = themes[position] as string
    sums.set(theme, (sums.get(theme) ?? 0) + contribution)
  })
  return [...sums]
    .map(([theme, contributionLogOdds]) => ({
      theme,
      contributionLogOdds,
      mark: assessMark(contributionLogOdds),
    }))
    .sort((a, b) => Math.abs(b.contributionLogOdds) - Math.abs(a.contributionLogOdds))
}

/** A contribution that lowers the risk gets a positive mark. */
export function assessMark(contributionLogOdds: number): number {
  const mark = Math.round(-contributionLogOdds / logOddsPerMark)
  return Math.max(-5, Math.min(5, mark)) + 0
}
