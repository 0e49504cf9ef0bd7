import type { AdvisorSource } from './lend-advisor.ts'
import type { AdvisorContext } from './open-advisor.ts'

export interface CurrentLender extends AdvisorSource {
  /** Lends another advisor from now on; the one before is closed when the last request that has it is over. */
  replace(next: AdvisorContext): void
  /** Closes what serves once its requests are over. Nothing is lent after that. */
  close(): Promise<void>
}

interface Lent {
  advisor: AdvisorContext
  requests: number
  isReplaced: boolean
}

/** Lends the advisor that serves now, each to as many requests as come. */
export function lendCurrent(
  first: AdvisorContext,
  { onUnexpected }: { onUnexpected: (error: unknown) => void },
): CurrentLender {
  let current = begin(first)
  const open = new Set([current])
  const allClosed = Promise.withResolvers<void>()

  async function closeWhenOver(lent: Lent): Promise<void> {
    if (!lent.isReplaced || lent.requests > 0 || !open.delete(lent)) return
    await lent.advisor.close().catch(onUnexpected)
    if (open.size === 0) allClosed.resolve()
  }
  return {
    async use(request) {
      const lent = current
      if (lent.isReplaced) throw new Error('The advisor is closed: the process is about to end.')
      lent.requests++
      try {
        return await request(lent.advisor)
      } finally {
        lent.requests--
        void closeWhenOver(lent)
      }
    },
    replace(next) {
      const former = current
      current = begin(next)
      open.add(current)
      former.isReplaced = true
      void closeWhenOver(former)
    },
    async close() {
      current.isReplaced = true
      void closeWhenOver(current)
      await allClosed.promise
    },
  }
}

function begin(advisor: AdvisorContext): Lent {
  return { advisor, requests: 0, isReplaced: false }
}
