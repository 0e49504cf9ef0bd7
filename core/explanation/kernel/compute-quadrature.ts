/** Points and weights of a quadrature on (0, 1). */
export interface Quadrature {
  points: Float64Array
  weights: Float64Array
}

/**
 * Gauss–Legendre on (0, 1): exact for polynomials up to degree 2 × pointCount − 1.
 *
 * Source: Newton's method on Legendre's recurrence, from Tricomi's first guess of the roots.
 */
export function computeQuadrature(pointCount: number): Quadrature {
  const points = new Float64Array(pointCount)
  const weights = new Float64Array(pointCount)
  for (let i = 0; i < pointCount; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (pointCount + 0.5))
    let slope = 1
    for (let round = 0; round < 50; round++) {
      let previous = 1
      let current = x
      for (let degree = 2; degree <= pointCount; degree++) {
        const next = ((2 * degree - 1) * x * current - (degree - 1) * previous) / degree
        previous = current
        current = next
      }
      slope = (pointCount * (x * current - previous)) / (x * x - 1)
      const step = current / slope
      x -= step
      if (Math.abs(step) < 1e-16) break
    }
    points[i] = (1 - x) / 2
    weights[i] = 1 / ((1 - x * x) * slope * slope)
  }
  return { points, weights }
}
