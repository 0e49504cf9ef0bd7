import { hash } from 'node:crypto'
import { eq, inArray, lt } from 'drizzle-orm'
import type { Accounts } from '../open-accounts.ts'
import { signInAttempts } from '../schema.ts'

/** How many attempts may be counted for one thing within a time. */
export interface AttemptLimit {
  /** What is counted: an account, an address. Kept as a hash alone. */
  key: string
  most: number
}

const hashKey = (key: string) => hash('sha256', key)

/**
 * Counts an attempt against each of its limits, in one step, so that attempts at once can't slip by.
 *
 * @returns 0 when it may be made; otherwise the seconds until the next may be, and it is not counted.
 */
export function countAttempt(
  { orm }: Accounts,
  limits: readonly AttemptLimit[],
  { now, windowMs }: { now: Date; windowMs: number },
): number {
  return orm.transaction(
    (transaction) => {
      transaction
        .delete(signInAttempts)
        .where(lt(signInAttempts.windowStartedAt, new Date(now.getTime() - windowMs)))
        .run()
      const counted = limits.map(({ key, most }) => {
        const keySha256 = hashKey(key)
        const known = transaction
          .select()
          .from(signInAttempts)
          .where(eq(signInAttempts.keySha256, keySha256))
          .get()
        return {
          keySha256,
          most,
          attempts: known?.attempts ?? 0,
          windowStartedAt: known?.windowStartedAt ?? now,
        }
      })
      const exceeded = counted.filter(({ attempts, most }) => attempts >= most)
      if (exceeded.length > 0) {
        const freeAt =
          Math.max(...exceeded.map(({ windowStartedAt }) => windowStartedAt.getTime())) + windowMs
        return Math.max(1, Math.ceil((freeAt - now.getTime()) / 1000))
      }
      for (const { keySha256, attempts, windowStartedAt } of counted) {
        transaction
          .insert(signInAttempts)
          .values({ keySha256, attempts: 1, windowStartedAt })
          .onConflictDoUpdate({ target: signInAttempts.keySha256, set: { attempts: attempts + 1 } })
          .run()
      }
      return 0
    },
    { behavior: 'immediate' },
  )
}

/** Forgets the attempts counted for these: one of them succeeded. */
export function forgetAttempts({ orm }: Accounts, keys: readonly string[]): void {
  orm
    .delete(signInAttempts)
    .where(inArray(signInAttempts.keySha256, keys.map(hashKey)))
    .run()
}
