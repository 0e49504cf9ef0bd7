/** The training clients among whom the nearest are sought, sorted by client id. */
export interface NeighbourClients {
  /** Row-major, `clients × 4`: standardised coordinates. */
  coordinates: Float32Array
  clientIds: Int32Array
  /** 1 for a client in default, 0 for one who repaid. */
  targets: Uint8Array
  /** The fold that judged the client in training. */
  folds: Uint8Array
}

/** How many coordinates a client has. */
export const dimensions = 4
