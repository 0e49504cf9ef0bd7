import { resolveDataDir } from '#db/data-dir.ts'
import { runStep } from '#db/run-step.ts'
import { measureLog } from '#db/store/empty-log.ts'
import { type FeatureStore, openFeatureStore, openSnapshot } from '#db/store/open-feature-store.ts'
import { findDataset } from '#db/store/queries/find-dataset.ts'
import { findScoredModel } from '#db/store/queries/find-scored-model.ts'
import { findChampion } from '../bundle/find-champion.ts'
import { loadBundle } from '../bundle/load-bundle.ts'
import type { PendingService } from '../contracts/service-status.ts'
import { type FollowedChampion, followChampion } from './follow-champion.ts'
import type { AdvisorSource } from './lend-advisor.ts'
import { type CurrentLender, lendCurrent } from './lend-current.ts'
import { type AdvisorContext, createAdvisor, type OpenAdvisorOptions } from './open-advisor.ts'
import type { OpenModel } from './open-model.ts'
import { type ScoringSchedule, scheduleScoring } from './schedule-scoring.ts'
import { type SharedModels, shareModels } from './share-models.ts'
import { translateDataErrors } from './translate-data-errors.ts'

export interface KeepAdvisorCurrentOptions extends OpenAdvisorOptions {
  /** Scores the portfolio with the champion; in a process of its own unless given. */
  scorePortfolio?: (signal: AbortSignal) => Promise<void>
  /** Hears, once, what keeps the champion or the loaded data from being served, and of what is unexpected. */
  onProblem?: (error: unknown) => void
  /** Hears of each advisor that serves from now on in another's place. */
  onServed?: (advisor: AdvisorContext) => void
  checkEveryMs?: number
  retryAfterMs?: number
  /** Bytes of the store's log that are left for the next commit to use again; 64 MB unless given. */
  tolerableLogBytes?: number
}

/** The advisor that serves now, lent to each request. */
export interface CurrentAdvisor extends AdvisorSource {
  /** Waits for the requests that are under way, then closes model and store. */
  close(): Promise<void>
}

/**
 * Opens the champion over the store and keeps up with both, without a request that fails or mixes two models or two
 * data sets: each works from beginning to end with one model and one snapshot of the store.
 *
 * A promoted bundle is verified, opened and tried beside the one that serves; then the portfolio is scored with it, in
 * another process. The commit of those scores is the switch. A bundle that can't serve changes nothing but
 * `pending()`, until the champion or the data changes. Loaded data wait for their scores in the same way.
 *
 * @throws AdvisorError as `openAdvisor` does.
 */
export async function keepAdvisorCurrent(options: KeepAdvisorCurrentOptions = {}): Promise<CurrentAdvisor> {
  const { dataDir = resolveDataDir(), committedBundlesDir } = options
  const bundle = loadBundle(findChampion(dataDir, committedBundlesDir))
  const models = shareModels()
  const model = await models.take(bundle)
  const store = translateDataErrors(() => openFeatureStore({ dataDir }))
  const keeper = new Keeper({ ...options, dataDir }, { store, models, model })
  await models.letGo(model)
  return keeper
}

interface Served {
  advisor: AdvisorContext
  model: OpenModel
  /** Of the data and the scores in the advisor's snapshot. */
  mark: string
  /** Whether those scores are the model's. */
  isScored: boolean
}

class Keeper implements CurrentAdvisor {
  readonly #settings: KeepAdvisorCurrentOptions & { dataDir: string }
  /** Sees what other processes commit; what is lent reads from snapshots. */
  readonly #store: FeatureStore
  readonly #models: SharedModels
  readonly #champion: FollowedChampion
  readonly #scoring: ScoringSchedule
  readonly #lender: CurrentLender
  readonly #watch: Promise<void>
  #served: Served
  #lastProblem = ''
  #tidyNotBefore = 0
  #isClosed = false
  #wake = () => {}

  constructor(
    settings: KeepAdvisorCurrentOptions & { dataDir: string },
    opened: { store: FeatureStore; models: SharedModels; model: OpenModel },
  ) {
    this.#settings = settings
    this.#store = opened.store
    this.#models = opened.models
    const { dataDir, committedBundlesDir, scorePortfolio, retryAfterMs = 10_000 } = settings
    const onProblem = (error: unknown) => settings.onProblem?.(error)
    const scoreApart = (signal: AbortSignal) =>
      runStep(['node', 'core/advisor/store-score.ts'], { DATA_DIR: dataDir }, signal)
    this.#champion = followChampion({ dataDir, committedBundlesDir, ...opened, onRefused: onProblem })
    this.#scoring = scheduleScoring({
      scorePortfolio: scorePortfolio ?? scoreApart,
      retryAfterMs,
      onFailure: onProblem,
      onEnd: () => this.#wake(),
    })
    this.#served = this.#open(opened.model)
    this.#lender = lendCurrent(this.#served.advisor, { onUnexpected: onProblem })
    this.#watch = this.#keepUp()
  }

  use<Answer>(request: (advisor: AdvisorContext) => Promise<Answer>): Promise<Answer> {
    return this.#lender.use(request)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#wake()
    await this.#scoring.stop()
    await this.#watch
    await this.#lender.close()
    await this.#champion.close()
    this.#store.close()
  }

  async #keepUp(): Promise<void> {
    while (!this.#isClosed) {
      try {
        await this.#champion.update()
        this.#serveWhatIsScored()
        this.#scoreWhatIsNot()
        await this.#keepLogShort()
        this.#lastProblem = ''
      } catch (error) {
        this.#reportOnce(error)
      }
      await this.#pause()
    }
  }

  #serveWhatIsScored(): void {
    const { mark, scoredBy } = readMark(this.#store)
    if (this.#isClosed || mark === this.#served.mark) return
    const { model: servedModel, isScored } = this.#served
    const model = [this.#champion.model(), servedModel].find((known) => known?.bundle.sha256 === scoredBy)
    // Data that nobody has scored yet: what serves has its own, unless it had none either.
    if (!model && isScored) return
    this.#serve(model ?? servedModel)
    this.#settings.onServed?.(this.#served.advisor)
  }

  #scoreWhatIsNot(): void {
    const champion = this.#champion.model()
    if (this.#isClosed || !champion || readMark(this.#store).scoredBy === champion.bundle.sha256) return
    this.#scoring.request(`${champion.bundle.sha256} ${findDataset(this.#store)?.loadedAt}`)
  }

  #serve(model: OpenModel): void {
    this.#served = this.#open(model)
    this.#lender.replace(this.#served.advisor)
  }

  #open(model: OpenModel): Served {
    const snapshot = translateDataErrors(() => openSnapshot(this.#store))
    this.#models.takeAgain(model)
    const close = async () => {
      snapshot.close()
      await this.#models.letGo(model)
    }
    try {
      const { mark, scoredBy } = readMark(snapshot)
      const pending = () => this.#findPending()
      const advisor = createAdvisor({ ...this.#settings, model, store: snapshot, pending, close })
      return { advisor, model, mark, isScored: scoredBy === model.bundle.sha256 }
    } catch (error) {
      void close()
      throw error
    }
  }

  #findPending(): PendingService | null {
    const refusal = this.#champion.refusal()
    if (refusal) return refusal
    const next = this.#champion.model() ?? this.#served.model
    const { mark, scoredBy } = readMark(this.#store)
    const isServed = next === this.#served.model && mark === this.#served.mark
    if (isServed && scoredBy === next.bundle.sha256) return null
    const failure = this.#scoring.failure()
    const reason = failure instanceof Error ? failure.message : null
    return { modelVersion: next.bundle.manifest.modelVersion, state: 'scoring', reason }
  }

  /** A load leaves a log as large as the store, which can't be emptied while snapshots of before are open. */
  async #keepLogShort(): Promise<void> {
    const { dataDir, tolerableLogBytes = 64 * 1024 * 1024, retryAfterMs = 10_000 } = this.#settings
    if (measureLog(this.#store.path) <= tolerableLogBytes || performance.now() < this.#tidyNotBefore) return
    this.#tidyNotBefore = performance.now() + 6 * retryAfterMs
    await runStep(['node', 'db/store/store-tidy.ts'], { DATA_DIR: dataDir })
    // A snapshot that begins now reads nothing from the log, so that the next commit may write over it.
    if (!this.#isClosed && readMark(this.#store).mark === this.#served.mark) this.#serve(this.#served.model)
  }

  /** Until a check passes again: it is repeated every second. */
  #reportOnce(error: unknown): void {
    const problem = String(error)
    if (problem !== this.#lastProblem) this.#settings.onProblem?.(error)
    this.#lastProblem = problem
  }

  #pause(): Promise<void> {
    if (this.#isClosed) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#settings.checkEveryMs ?? 1000).unref()
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

/** Which data and whose scores the store holds; the mark differs after every load and every scoring. */
function readMark(store: FeatureStore): { mark: string; scoredBy: string | null } {
  const scored = findScoredModel(store)
  const mark = `${findDataset(store)?.loadedAt} ${scored?.bundleSha256} ${scored?.scoredAt}`
  return { mark, scoredBy: scored?.bundleSha256 ?? null }
}
