import type { ViewDriftAnswer, WindowDistribution } from '#core/contracts/view-drift.ts'

/** What the drift page is drawn from. */
export interface DriftPage extends Omit<ViewDriftAnswer, 'distributions'> {
  /** Of the columns that drift and weigh most. */
  leading: WindowDistribution[]
  /** Of the columns that are open in the list. */
  opened: WindowDistribution[]
}
