/** Powers of the matrix are scaled down by it before they overflow. */
const scale = 2 ** 400

interface ScaledMatrix {
  size: number
  cells: Float64Array
  /** How many times the cells were divided by `scale`. */
  scalings: number
}

/**
 * Probability that the Kolmogorov distance of `rows` independent values stays at or below `distance`: the middle cell
 * of a power of Durbin's matrix × rows! / rows^rows (Marsaglia, Tsang and Wang, 2003). Takes (rows·distance)³ steps.
 */
export function computeDurbinProbability(rows: number, distance: number): number {
  const middle = Math.ceil(rows * distance)
  const size = 2 * middle - 1
  const cell = (middle - 1) * size + middle - 1
  let power: ScaledMatrix = { size, cells: createMatrix(middle, middle - rows * distance), scalings: 0 }
  let result: ScaledMatrix | null = null
  for (let left = rows; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = result ? multiply(result, power) : power
    if (left > 1) power = multiply(power, power)
  }
  const { cells, scalings } = result as ScaledMatrix
  let logProbability = Math.log(cells[cell]!) + scalings * Math.log(scale)
  for (let i = 1; i <= rows; i++) logProbability += Math.log(i / rows)
  return Math.exp(logProbability)
}

function createMatrix(middle: number, rest: number): Float64Array {
  const size = 2 * middle - 1
  const cells = new Float64Array(size * size)
  const factorials = [1]
  for (let i = 1; i <= size; i++) factorials.push(factorials[i - 1]! * i)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const power = row - column + 1
      let numerator = power >= 0 ? 1 : 0
      if (column === 0) numerator -= rest ** (row + 1)
      if (row === size - 1) numerator -= rest ** (size - column)
      if (column === 0 && row === size - 1 && 2 * rest - 1 > 0) numerator += (2 * rest - 1) ** size
      cells[row * size + column] = power >= 0 ? numerator / factorials[power]! : 0
    }
  }
  return cells
}

function multiply(left: ScaledMatrix, right: ScaledMatrix): ScaledMatrix {
  const { size } = left
  const cells = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let inner = 0; inner < size; inner++) {
      const factor = left.cells[row * size + inner]!
      if (factor === 0) continue
      for (let column = 0; column < size; column++) {
        cells[row * size + column]! += factor * right.cells[inner * size + column]!
      }
    }
  }
  const scalings = left.scalings + right.scalings
  const middle = ((size - 1) / 2) * size + (size - 1) / 2
  if (cells[middle]! < scale) return { size, cells, scalings }
  return { size, cells: cells.map((each) => each / scale), scalings: scalings + 1 }
}
