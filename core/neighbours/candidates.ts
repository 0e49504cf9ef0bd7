const firstCapacity = 2048

/** Clients among whom neighbours are sought; the arrays serve one search after another. */
export class Candidates {
  count = 0
  /** The tree's numbers of the first `count`. */
  clients = new Uint32Array(firstCapacity)
  /** Their squared distances, once they are measured. */
  distances = new Float64Array(firstCapacity)
  /** For moving distances about. */
  moved = new Float64Array(firstCapacity)

  add(client: number): void {
    if (this.count === this.clients.length) this.#grow()
    this.clients[this.count++] = client
  }

  #grow(): void {
    const { clients } = this
    this.clients = new Uint32Array(2 * clients.length)
    this.clients.set(clients)
    this.distances = new Float64Array(2 * clients.length)
    this.moved = new Float64Array(2 * clients.length)
  }
}
