import { keepPerAccounts } from './keep-per-accounts.ts'
import type { Accounts } from './open-accounts.ts'

/** A number that changes with every write to the accounts, by this process or another: SQLite's own, in a microsecond. */
export function readChangeCounter(accounts: Accounts): number {
  const counter = keepPerAccounts(accounts, 'change-counter', () =>
    accounts.reader.prepare<[], number>('pragma data_version').pluck(),
  )
  return counter.get() as number
}
