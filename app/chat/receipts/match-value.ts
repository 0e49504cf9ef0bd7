import type { Figure, FigureReading } from './figure.ts'
import type { KnownValue } from './list-known-values.ts'

const exactly = 1e-9

/** Whether a figure, rounded as it is, says a value in a unit that the value has. */
export function matchesValue(figure: Figure, known: KnownValue): boolean {
  if (known.figure) {
    const isSameUnit = figure.unit === known.figure.unit && (figure.noun ?? '') === (known.figure.noun ?? '')
    return isSameUnit && sharesReading(figure, known.figure)
  }
  if (typeof known.value !== 'number') return false
  const scales = listScales(figure, known)
  return scales.some((scale) =>
    figure.readings.some((reading) => isNear(figure, reading, Number(known.value) * scale, known)),
  )
}

/** By how much the value is multiplied where it is written in the figure's unit. */
function listScales({ unit }: Figure, known: KnownValue): number[] {
  if (unit === 'percent') return known.unit === 'share' ? [100] : known.unit === 'percent' ? [1] : []
  if (unit === 'money') return known.unit === 'money' || known.keys[0] === 'input' ? [1] : []
  return [1]
}

function isNear(
  figure: Figure,
  { quantity, tolerance }: FigureReading,
  value: number,
  known: KnownValue,
): boolean {
  if (figure.bound === '<') return value > 0 && value < quantity
  if (figure.bound === '>') return value > quantity && value < 100
  const slack = tolerance * (1 + 1e-6) + Math.abs(value) * exactly
  if (Math.abs(value - quantity) <= slack) return true
  // "lowers the risk by 0.42": the words give the sign.
  const mayLackSign = !figure.isSigned && known.keys.some((key) => /contribution|mark|statistic/i.test(key))
  return mayLackSign && Math.abs(Math.abs(value) - quantity) <= slack
}

function sharesReading(figure: Figure, known: Figure): boolean {
  return figure.readings.some(({ quantity, tolerance }) =>
    known.readings.some((reading) => Math.abs(reading.quantity - quantity) <= tolerance * (1 + 1e-6)),
  )
}
