import { createGenerator, type Generator } from '#core/drift/cases/create-generator.ts'
import type { GeneratedColumn } from '#core/drift/cases/generate-columns.ts'

/** The competition's own sizes. */
const rows = { reference: 307_511, current: 48_744 }
const columnCount = 120
/** Every so many columns one of categories, as whole numbers; the others are floats. */
const categoricalEvery = 15

/**
 * Columns like those of a portfolio, one at a time: skewed amounts, scores, counts, few values and codes of categories;
 * a third without missing values, the others with up to 70 %; about half of them shifted in the current window.
 */
export function* generateDriftColumns(): Iterable<GeneratedColumn> {
  for (let column = 0; column < columnCount; column++) {
    const random = createGenerator(column)
    const isCategorical = column % categoricalEvery === 0
    const drawValue = isCategorical ? drawCategory : draws[column % draws.length]!
    const missingShare = isCategorical || column % 3 === 0 ? 0 : random.uniform() * 0.7
    const shift = column % 2 === 0 ? 0 : random.uniform() * 0.3
    const type = isCategorical ? Int32Array : Float32Array
    const fill = (length: number, by: number) => {
      const values = new type(length)
      for (let row = 0; row < length; row++) {
        values[row] = random.uniform() < missingShare ? Number.NaN : drawValue(random, by)
      }
      return values
    }
    const reference = fill(rows.reference, 0)
    yield { name: `column${column}`, reference, current: fill(rows.current, shift) }
  }
}

const draws: readonly ((random: Generator, shift: number) => number)[] = [
  (random, shift) => Math.round(Math.exp(random.normal() * 0.6 + 12 + shift) / 450) * 450,
  (random, shift) => 1 / (1 + Math.exp(-random.normal() - shift)),
  (random, shift) => random.normal() + shift,
  (random, shift) => Math.floor(-3 * Math.log(1 - random.uniform()) * (1 + shift)),
  (random, shift) => Math.floor(random.uniform() ** (1 + shift) * 4),
]

function drawCategory(random: Generator, shift: number): number {
  return Math.floor(random.uniform() ** (2 + shift) * 8)
}
