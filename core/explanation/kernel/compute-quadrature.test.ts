import { expect, test } from 'vitest'
import { computeQuadrature } from './compute-quadrature.ts'

test('n points integrate every power up to 2n − 1 over (0, 1) exactly', () => {
  for (const pointCount of [1, 2, 3, 4, 7, 10, 32, 64]) {
    const { points, weights } = computeQuadrature(pointCount)
    for (let power = 0; power < 2 * pointCount; power++) {
      const integral = points.reduce((sum, point, i) => sum + (weights[i] as number) * point ** power, 0)
      expect(Math.abs(integral * (power + 1) - 1), `${pointCount} points, power ${power}`).toBeLessThan(1e-12)
    }
  }
})
