/** The least distances met so far, in a binary heap with the greatest on top. */
export class NearestDistances {
  readonly #distances: Float64Array
  #filled = 0

  /** @param size How many to hold. */
  constructor(size: number) {
    this.#distances = new Float64Array(size)
  }

  /** The distance beyond which none is among the nearest. */
  bound(): number {
    return this.#filled < this.#distances.length ? Number.POSITIVE_INFINITY : this.#distances[0]!
  }

  /** The greatest distance held. */
  farthest(): number {
    return this.#filled === 0 ? 0 : this.#distances[0]!
  }

  add(distance: number): void {
    if (this.#filled < this.#distances.length) this.#siftUp(this.#filled++, distance)
    else if (distance < this.#distances[0]!) this.#siftDown(distance)
  }

  #siftUp(at: number, distance: number): void {
    const heap = this.#distances
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (heap[parent]! >= distance) break
      heap[at] = heap[parent]!
      at = parent
    }
    heap[at] = distance
  }

  #siftDown(distance: number): void {
    const heap = this.#distances
    const filled = this.#filled
    let at = 0
    for (let child = 1; child < filled; child = 2 * at + 1) {
      if (child + 1 < filled && heap[child + 1]! > heap[child]!) child++
      if (heap[child]! <= distance) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = distance
  }
}
