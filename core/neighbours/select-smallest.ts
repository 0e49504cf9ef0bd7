/**
 * The value that would stand at `rank` if the first `length` values were sorted. Moves them about: Hoare's selection,
 * in linear time on average.
 *
 * @param rank From 0 to `length - 1`.
 */
export function selectSmallest(values: Float64Array, length: number, rank: number): number {
  let low = 0
  let high = length - 1
  while (low < high) {
    const pivot = values[(low + high) >>> 1]!
    let left = low
    let right = high
    while (left <= right) {
      while (values[left]! < pivot) left++
      while (values[right]! > pivot) right--
      if (left > right) break
      const swapped = values[left]!
      values[left++] = values[right]!
      values[right--] = swapped
    }
    if (rank <= right) high = right
    else if (rank >= left) low = left
    else break
  }
  return values[rank]!
}
