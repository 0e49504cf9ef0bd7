const mostTerms = 10_000
const precision = 1e-16

/**
 * Regularised upper incomplete gamma function Q(a, x): the upper tail of the chi-square distribution at 2x with 2a
 * degrees of freedom. By the series below a + 1, by Lentz's continued fraction above (Numerical Recipes, 6.2).
 */
export function computeUpperGamma(a: number, x: number): number {
  if (x <= 0) return 1
  const scale = Math.exp(a * Math.log(x) - x - computeLogGamma(a))
  return x < a + 1 ? 1 - scale * sumSeries(a, x) : scale * evaluateFraction(a, x)
}

function sumSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let i = 1; i < mostTerms && term > sum * precision; i++) {
    term *= x / (a + i)
    sum += term
  }
  return sum
}

function evaluateFraction(a: number, x: number): number {
  const tiny = 1e-300
  let denominator = x + 1 - a
  let c = 1 / tiny
  let d = 1 / denominator
  let fraction = d
  for (let i = 1; i < mostTerms; i++) {
    const numerator = -i * (i - a)
    denominator += 2
    d = 1 / (numerator * d + denominator || tiny)
    c = denominator + numerator / c || tiny
    fraction *= d * c
    if (Math.abs(d * c - 1) < precision) break
  }
  return fraction
}

/** Lanczos' coefficients for g = 7, n = 9. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** Natural logarithm of the gamma function, x > 0. */
export function computeLogGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - computeLogGamma(1 - x)
  const base = x + 6.5
  let sum = lanczos[0]!
  for (let i = 1; i < lanczos.length; i++) sum += lanczos[i]! / (x - 1 + i)
  return Math.log(Math.sqrt(2 * Math.PI) * sum) + (x - 0.5) * Math.log(base) - base
}
