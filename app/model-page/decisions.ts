import type { BundleEvaluation } from '#core/contracts/bundle-evaluation.ts'

/**
 * The decisions on clients whose outcome is known, at thresholds from 0 to 1, ascending. Column by column and without
 * what follows from the rest: the page sends it to the browser, where the slider works on it.
 */
export interface Decisions {
  clients: number
  defaults: number
  thresholds: number[]
  /** At each threshold, how many of those in default are refused. */
  defaultsRefused: number[]
  /** At each threshold, how many of those who repay are refused. */
  goodRefused: number[]
}

/** The evaluation's confusion matrices, column by column. */
export function toDecisions({ clients, defaults, confusion }: BundleEvaluation): Decisions {
  return {
    clients,
    defaults,
    thresholds: confusion.map(({ threshold }) => threshold),
    defaultsRefused: confusion.map(({ truePositives }) => truePositives),
    goodRefused: confusion.map(({ falsePositives }) => falsePositives),
  }
}
