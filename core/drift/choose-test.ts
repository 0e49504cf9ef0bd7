import type { ColumnKind, DriftTest } from '../contracts/drift-report.ts'
import { countDistinct } from './count-distinct.ts'
import type { SortedValues } from './sorted-values.ts'

/** Up to so many known rows in the reference a test of significance is chosen, above a distance. */
const mostRowsForSignificance = 1000
/** A numerical column of no more distinct values is treated like a categorical one. */
const mostFewValues = 5

/** evidently's choice for two windows that hold values. */
export function chooseTest(kind: ColumnKind, reference: SortedValues, current: SortedValues): DriftTest {
  const distinct = countDistinct(mostFewValues, reference, current)
  const hasFewValues = kind === 'categorical' || distinct <= mostFewValues
  if (reference.length > mostRowsForSignificance) return hasFewValues ? 'jensenshannon' : 'wasserstein'
  if (!hasFewValues) return 'ks'
  return distinct > 2 ? 'chisquare' : 'z'
}
