import type { Role } from '#core/contracts/caller.ts'
import type { FormProblem } from './account-problem-messages.ts'

/** What came of a form of the accounts' page. */
export type UserAnswer =
  | { problem: null; done: 'created' | 'reset'; email: string; oneTimePassword: string }
  | { problem: null; done: 'role'; email: string; role: Role }
  | { problem: null; done: 'disabled' | 'enabled'; email: string }
  | FormProblem
