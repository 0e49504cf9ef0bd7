import type { Aggregates } from './load-aggregates.ts'

/** Smaller loadings of the factorisation are left out: they would not be seen in any table. */
const smallestLoading = 0.015

/**
 * The SQL select list that turns a client's `key` into standard normal deviates `z_<variable>` with the published
 * correlations: independent deviates times the Cholesky factor of the correlation matrix.
 */
export function correlatedNormalsSql({ variables, lower }: Aggregates['correlation']): {
  independent: string
  correlated: string
} {
  const factor = factoriseCorrelation(lower)
  return {
    independent: variables.map((_, index) => `gauss(key, ${index + 1}) as e${index}`).join(',\n  '),
    correlated: variables
      .map((variable, row) => {
        const terms = factor[row]!.flatMap((loading, column) =>
          Math.abs(loading) >= smallestLoading ? [`${loading.toFixed(4)} * e${column}`] : [],
        )
        return `${terms.join(' + ')} as z_${variable}`
      })
      .join(',\n  '),
  }
}

/** Cholesky factor of a correlation matrix given by the rows of its strictly lower triangle. */
export function factoriseCorrelation(lower: number[][]): number[][] {
  const factor: number[][] = []
  for (let row = 0; row < lower.length; row++) {
    const current: number[] = []
    for (let column = 0; column < row; column++) {
      let rest = lower[row]![column]!
      for (let k = 0; k < column; k++) rest -= current[k]! * factor[column]![k]!
      current.push(rest / factor[column]![column]!)
    }
    const unexplained = 1 - current.reduce((sum, loading) => sum + loading * loading, 0)
    if (unexplained <= 0)
      throw new Error(
        `correlation row ${row} leaves no variance of its own: the matrix is not positive definite`,
      )
    factor.push([...current, Math.sqrt(unexplained)])
  }
  return factor
}
