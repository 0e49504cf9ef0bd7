export interface RankedReasons {
  /** Positions of the named features, largest contribution first. */
  positions: number[]
  /** Sum of the contributions of all other features, log-odds. */
  otherContributionLogOdds: number
}

/** Names the features that move the score most, at most `maxReasons` of them; those that move nothing never. */
export function rankReasons(contributionsLogOdds: Float64Array, maxReasons: number): RankedReasons {
  const ranked = [...contributionsLogOdds.keys()]
    .filter((position) => contributionsLogOdds[position] !== 0)
    .sort(
      (a, b) =>
        Math.abs(contributionsLogOdds[b] as number) - Math.abs(contributionsLogOdds[a] as number) || a - b,
    )
  const positions = ranked.slice(0, maxReasons)
  const otherContributionLogOdds = ranked
    .slice(maxReasons)
    .reduce((sum, position) => sum + (contributionsLogOdds[position] as number), 0)
  return { positions, otherContributionLogOdds }
}
