/** What a figure counts in. */
export type FigureUnit = 'percent' | 'money' | 'none'

/** A figure as it stands in a text. */
export interface Figure {
  /** Where it begins and ends in the text, unit included. */
  start: number
  end: number
  text: string
  unit: FigureUnit
  /** What the digits may mean: one number, or two where a sign may part thousands or decimals. */
  readings: FigureReading[]
  /** Whether it is said to be more or less than what it names: `<0,1 %`. */
  bound: '<' | '>' | null
  /** What is counted, where a period or the like follows: `ans`, `months`. */
  noun?: string
  /** Whether a sign stands before it. */
  isSigned: boolean
}

export interface FigureReading {
  quantity: number
  /** Half a unit of the last digit shown: as far as a rounded number may be away. */
  tolerance: number
}
