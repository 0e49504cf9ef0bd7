export interface ScheduleScoringOptions {
  /** Scores the portfolio with the champion. */
  scorePortfolio: (signal: AbortSignal) => Promise<void>
  /** After a scoring that failed or did not last; each further one waits twice as long, up to 10 minutes. */
  retryAfterMs: number
  onFailure: (error: unknown) => void
  onEnd: () => void
}

export interface ScoringSchedule {
  /** Has the portfolio scored now unless a scoring is under way or the last one for this need was a moment ago. */
  request(need: string): void
  /** Why the last scoring failed, null when it did not. */
  failure(): unknown
  /** Ends the scoring that is under way. */
  stop(): Promise<void>
}

const longestWaitMs = 10 * 60_000

/**
 * Runs scorings of the portfolio, one at a time. Two servers whose champions differ overwrite each other's scores: the
 * growing wait keeps them from doing nothing else.
 */
export function scheduleScoring(options: ScheduleScoringOptions): ScoringSchedule {
  let lastNeed: string | null = null
  let waitMs = 0
  let notBefore = 0
  let failure: unknown = null
  let running: Promise<void> | null = null
  const stopped = new AbortController()

  async function run(): Promise<void> {
    try {
      await Promise.resolve(stopped.signal).then(options.scorePortfolio)
      failure = null
    } catch (error) {
      failure = error
      if (!stopped.signal.aborted) options.onFailure(error)
    }
    notBefore = performance.now() + waitMs
    running = null
    options.onEnd()
  }
  return {
    request(need) {
      if (running || stopped.signal.aborted) return
      if (need !== lastNeed) {
        lastNeed = need
        waitMs = 0
        notBefore = 0
        failure = null
      }
      if (performance.now() < notBefore) return
      waitMs = Math.min(longestWaitMs, waitMs === 0 ? options.retryAfterMs : waitMs * 2)
      running = run()
    },
    failure: () => failure,
    async stop() {
      stopped.abort()
      await running
    },
  }
}
