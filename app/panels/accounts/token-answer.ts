import type { FormProblem } from './account-problem-messages.ts'

/** What came of a form of the tokens' page. */
export type TokenAnswer =
  | { problem: null; done: 'created'; name: string; token: string }
  | { problem: null; done: 'revoked' }
  | FormProblem
