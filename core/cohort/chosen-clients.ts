/** A group of clients, by their number in the order of ids. */
export interface ChosenClients {
  /** One byte a client: 1 in the group, 0 not. */
  mask: Uint8Array
  /** Those in the group, each once. */
  members: Uint32Array
}
