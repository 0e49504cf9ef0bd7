import type { ColumnValues } from '../infer-column-kind.ts'
import { createGenerator, type Generator } from './create-generator.ts'

export interface GeneratedColumn {
  name: string
  reference: ColumnValues
  current: ColumnValues
}

export interface WindowSizes {
  reference: number
  current: number
}

/** Sizes on either side of every rule: exact and asymptotic p-values, tests of significance and distances. */
export const caseSizes: readonly WindowSizes[] = [
  { reference: 800, current: 500 },
  { reference: 1000, current: 1000 },
  { reference: 1001, current: 700 },
  { reference: 900, current: 12_000 },
  { reference: 120, current: 11_000 },
  { reference: 3000, current: 2000 },
  { reference: 12, current: 7 },
  { reference: 1, current: 2 },
]

/** One value of a column: of the reference, or of the current window. */
type Draw = (random: Generator, isCurrent: boolean, row: number) => number

const missing = Number.NaN
const chance = (random: Generator, share: number) => random.uniform() < share
const pick = (random: Generator, values: readonly number[]) =>
  values[Math.floor(random.uniform() * values.length)] as number

/** Columns of floats. */
const floatColumns: Record<string, Draw> = {
  same_normal: (random) => random.normal(),
  shifted_a_little: (random, isCurrent) => random.normal() + (isCurrent ? 0.08 : 0),
  shifted_far: (random, isCurrent) => random.normal() + (isCurrent ? 1 : 0),
  wider: (random, isCurrent) => random.normal() * (isCurrent ? 1.4 : 1),
  skewed: (random, isCurrent) => Math.exp(random.normal() * (isCurrent ? 1.1 : 1)),
  amounts: (random) => Math.round(Math.exp(random.normal() + 12) / 4500) * 4500,
  large_offset: (random) => 1e9 + random.normal() * 1e6,
  tiny_scale: (random, isCurrent) => random.normal() * 1e-5 + (isCurrent ? 2e-5 : 0),
  disjoint: (random, isCurrent) => random.uniform() + (isCurrent ? 60 : 0),
  identical: (_random, _isCurrent, row) => row % 17,
  counts: (random, isCurrent) => Math.floor(-Math.log(1 - random.uniform()) * (isCurrent ? 2.2 : 2)),
  ties: (random) => Math.round(random.normal() * 2) / 2,
  signed_zeros: (random, isCurrent) => (chance(random, 0.5) ? (isCurrent ? -0 : 0) : random.normal()),
  six_values: (random) => pick(random, [1, 2, 3, 4, 5, 6]),
  five_values: (random) => pick(random, [1, 2, 3, 4, 5]),
  five_values_drifted: (random, isCurrent) =>
    pick(random, isCurrent ? [1, 2, 3, 4, 5, 5, 5] : [1, 2, 3, 4, 5]),
  three_values: (random) => pick(random, [0.25, 0.5, 0.75]),
  two_values: (random) => pick(random, [0, 1]),
  two_values_drifted: (random, isCurrent) => Number(chance(random, isCurrent ? 0.3 : 0.2)),
  two_values_rare: (random) => Number(chance(random, 0.004)),
  new_value: (random, isCurrent) => pick(random, isCurrent ? [1, 2, 3, 4] : [1, 2, 3]),
  lost_value: (random, isCurrent) => pick(random, isCurrent ? [1, 2, 3] : [1, 2, 3, 4]),
  constant: () => 3,
  constant_other: (_random, isCurrent) => (isCurrent ? 4 : 3),
  constant_then_varied: (random, isCurrent) => (isCurrent ? random.normal() : 0),
  varied_then_constant: (random, isCurrent) => (isCurrent ? 0 : random.normal()),
  some_missing: (random) => (chance(random, 0.3) ? missing : random.normal()),
  missing_more: (random, isCurrent) => (chance(random, isCurrent ? 0.6 : 0.1) ? missing : random.normal()),
  sparse: (random) => (chance(random, 0.7) ? missing : random.normal()),
  one_known: (_random, _isCurrent, row) => (row === 0 ? 2 : missing),
  two_values_missing: (random) => (chance(random, 0.5) ? missing : pick(random, [0, 1])),
  infinite: (random, _isCurrent, row) => (row === 1 ? Infinity : row === 2 ? -Infinity : random.normal()),
  infinite_and_missing: (random, _isCurrent, row) =>
    [Infinity, missing, -Infinity][row - 1] ?? random.normal(),
  all_missing: () => missing,
  missing_in_reference: (random, isCurrent) => (isCurrent ? random.normal() : missing),
  missing_in_current: (random, isCurrent) => (isCurrent ? missing : random.normal()),
  all_infinite: () => Infinity,
}

/** Columns of whole numbers. */
const integerColumns: Record<string, Draw> = {
  integer_two: (random) => pick(random, [0, 1]),
  integer_constant: () => 1,
  integer_constant_other: (_random, isCurrent) => Number(isCurrent),
  integer_negative: (random) => pick(random, [-3, -1, 0, 2]),
  integer_ten: (random, isCurrent) => Math.floor(random.uniform() ** (isCurrent ? 1.2 : 1) * 10),
  integer_eleven: (random) => Math.floor(random.uniform() * 11),
  integer_many: (random, isCurrent) => Math.floor(random.normal() * 40 + (isCurrent ? 5 : 0)),
  integer_fewer_in_current: (random, isCurrent) => Math.floor(random.uniform() * (isCurrent ? 9 : 12)),
  integer_more_in_current: (random, isCurrent) => Math.floor(random.uniform() * (isCurrent ? 12 : 9)),
  integer_new_category: (random, isCurrent) => pick(random, isCurrent ? [1, 2, 3, 9] : [1, 2, 3]),
}

/** A column of every kind in two windows, the same ones whenever and wherever it is called. */
export function generateColumns(sizes: WindowSizes): GeneratedColumn[] {
  const draw = (draws: Record<string, Draw>, toColumn: (drawn: number[]) => ColumnValues) =>
    Object.entries(draws).map(([name, drawValue], column) => {
      const random = createGenerator(sizes.reference * 100 + column)
      const fill = (rows: number, isCurrent: boolean) =>
        toColumn(Array.from({ length: rows }, (_, row) => drawValue(random, isCurrent, row)))
      return { name, reference: fill(sizes.reference, false), current: fill(sizes.current, true) }
    })
  return [
    ...draw(floatColumns, (drawn) => Float32Array.from(drawn)),
    ...draw(integerColumns, (drawn) => Int32Array.from(drawn)),
  ]
}
