/**
 * A column's values in one window, rising, without null and ±infinity: Float32Array where the column holds floats,
 * Float64Array where it holds whole numbers or codes of categories.
 */
export type SortedValues = Float32Array | Float64Array

/**
 * A statistic of two windows, neither of them empty: a p-value or a distance, in [0, 1] or from 0 up.
 *
 * @param reference Values of the clients that the model was trained on.
 * @param current Values of those compared with them.
 */
export type Statistic = (reference: SortedValues, current: SortedValues) => number
