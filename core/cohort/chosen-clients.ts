/** A group of clients, by their number in the order of ids. */
export interface ChosenClients {
  /** One byte a client: 1 in the group, 0 not. */
  mask: Uint8Array
  size: number
}

/** Known values of all clients, rising: `values[i]` is client number `order[i]`'s. */
export interface SortedValues {
  order: Uint32Array
  values: Float32Array
}
