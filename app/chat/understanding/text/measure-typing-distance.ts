/**
 * How many slips of the keyboard lie between two words: a letter too many, missing, wrong, or two swapped
 * (Damerau-Levenshtein, each stretch edited once).
 *
 * @param most Beyond this the answer is only known to be larger.
 */
export function measureTypingDistance(written: string, meant: string, most: number): number {
  if (Math.abs(written.length - meant.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: meant.length + 1 }, (_, index) => index)
  for (let row = 1; row <= written.length; row += 1) {
    const current = [row]
    let smallest = row
    for (let column = 1; column <= meant.length; column += 1) {
      const isSame = written[row - 1] === meant[column - 1]
      let distance = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (isSame ? 0 : 1),
      )
      const isSwap = written[row - 1] === meant[column - 2] && written[row - 2] === meant[column - 1]
      if (row > 1 && column > 1 && isSwap)
        distance = Math.min(distance, (beforeLast[column - 2] as number) + 1)
      current.push(distance)
      smallest = Math.min(smallest, distance)
    }
    if (smallest > most) return most + 1
    beforeLast = last
    last = current
  }
  return last[meant.length] as number
}
