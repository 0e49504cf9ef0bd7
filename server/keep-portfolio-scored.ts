import type { AdvisorContext } from '#core/advisor/open-advisor.ts'
import { findChampion } from '#core/bundle/find-champion.ts'
import { loadBundle } from '#core/bundle/load-bundle.ts'
import { findScoredModel } from '#db/store/queries/find-scored-model.ts'

export interface KeepPortfolioScoredOptions {
  dataDir: string
  /** Scores the portfolio, with the champion of `dataDir`. */
  scorePortfolio: () => Promise<void>
  onUnexpected: (error: unknown) => void
  checkEveryMs?: number
  /** After a scoring that failed or changed nothing. */
  retryAfterMs?: number
}

/**
 * Has the portfolio scored whenever the store does not hold the served model's scores: after a load, or when a
 * scoring was killed. One scoring at a time.
 *
 * @returns A function that ends the watch.
 */
export function keepPortfolioScored(
  advisor: AdvisorContext,
  {
    dataDir,
    scorePortfolio,
    onUnexpected,
    checkEveryMs = 2000,
    retryAfterMs = 10_000,
  }: KeepPortfolioScoredOptions,
): () => void {
  const servedBundle = advisor.scorer.bundle.sha256
  const isScored = () => findScoredModel(advisor.store)?.bundleSha256 === servedBundle
  // A model promoted since the start would be the one to score: its scores don't serve before the next start.
  const servesChampion = () => loadBundle(findChampion(dataDir)).sha256 === servedBundle

  let timer: NodeJS.Timeout
  let isStopped = false
  const checkAfter = (delayMs: number) => {
    if (isStopped) return
    timer = setTimeout(async () => checkAfter(await check()), delayMs)
    timer.unref()
  }
  const check = async (): Promise<number> => {
    try {
      if (isScored()) return checkEveryMs
      if (servesChampion()) await scorePortfolio()
      return isScored() ? checkEveryMs : retryAfterMs
    } catch (error) {
      if (!isStopped) onUnexpected(error)
      return retryAfterMs
    }
  }
  checkAfter(checkEveryMs)
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}
