import type { Advice, RiskClass } from '#core/contracts/decision.ts'

/** The order that pages show them in. Plain lists, so that the browser needs no schema library for them. */
export const advices: readonly Advice[] = ['grant', 'review', 'refuse']
export const riskClasses: readonly RiskClass[] = ['A', 'B', 'C', 'D', 'E']
