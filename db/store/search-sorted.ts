/** Where in rising numbers the first one stands that is not below `target`; the length when all are. */
export function searchSorted(numbers: ArrayLike<number>, target: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] as number) < target) low = middle + 1
    else high = middle
  }
  return low
}
