import type { Accounts } from './open-accounts.ts'

const kept = new WeakMap<Accounts, Map<string, unknown>>()

/** What `make` gave the first time it was asked for under this key: a prepared statement, for instance. */
export function keepPerAccounts<Kept>(accounts: Accounts, key: string, make: () => Kept): Kept {
  let entries = kept.get(accounts)
  if (!entries) {
    entries = new Map()
    kept.set(accounts, entries)
  }
  if (!entries.has(key)) entries.set(key, make())
  return entries.get(key) as Kept
}
