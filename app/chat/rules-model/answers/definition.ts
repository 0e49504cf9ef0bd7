export interface Definition {
  name: string
  /** One to three sentences without a figure: what could change stands in a tool's answer, not here. */
  meaning: string
}
