export const driftSortKeys = ['rank', 'label', 'strength', 'missing', 'importance'] as const
export type DriftSortKey = (typeof driftSortKeys)[number]

export const mostOpen = 12

/** The state of the drift page: all of it stands in the address. */
export interface DriftQuery {
  /** The current window; the latest when not given. */
  window?: string
  onlyDrifted: boolean
  /** What a column's label or name must hold. */
  search: string
  sort: DriftSortKey
  descending: boolean
  /** Columns whose distributions are open. */
  open: string[]
  /** Whether every column is listed. */
  isWhole: boolean
}

/** The order in which a column is first wanted when its header is pressed. */
export const descendingFirst = new Set<DriftSortKey>(['strength', 'missing', 'importance'])
