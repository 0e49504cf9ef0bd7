import type { ErrorCode } from '#core/contracts/advisor-error.ts'

export type PanelProblem = ErrorCode | 'UNEXPECTED'

/** What a panel shows: an answer of the core, or why there is none. */
export type PanelAnswer<Answer> = { answer: Answer; problem: null } | { answer: null; problem: PanelProblem }
