import { assertPortfolioScored } from './assert-portfolio-scored.ts'
import { chooseWindows } from './choose-windows.ts'
import { type ComparedWindows, type ComputedDrift, computeDrift } from './compute-drift.ts'
import type { AdvisorContext } from './open-advisor.ts'
import type { ServedDataset } from './read-served-dataset.ts'

/** Told how many of how many columns are compared. */
export type OnDriftProgress = (done: number, total: number) => void

export interface DriftWait {
  onProgress?: OnDriftProgress | undefined
  /** Ends the wait; the computation with it when nobody else waits. */
  signal?: AbortSignal | undefined
}

interface KeptDrift {
  computed: Promise<ComputedDrift>
  finished: ComputedDrift | null
  waits: Set<DriftWait>
  /** Breaks the computation off. */
  abandon: (reason: unknown) => void
}

/** A dataset is another object after every change of the store, so what was computed from the former goes with it. */
export const keptDrift = new WeakMap<ServedDataset, Map<string, KeptDrift>>()

/**
 * The comparison of a window with the one that the model was trained on: computed once, in seconds for 300,000
 * clients, and kept until the store or the model changes. Who asks meanwhile waits for the same computation.
 *
 * @param window The latest unless given.
 * @throws AdvisorError UNKNOWN_WINDOW, NO_WINDOW_TO_COMPARE; PORTFOLIO_NOT_SCORED while the served model has not scored
 *   every client. The signal's reason when it aborts.
 */
export async function readDrift(
  advisor: AdvisorContext,
  window: string | undefined,
  wait: DriftWait = {},
): Promise<ComputedDrift> {
  wait.signal?.throwIfAborted()
  assertPortfolioScored(advisor)
  const windows = chooseWindows(advisor, window)
  const dataset = advisor.servedDataset()
  const ofDataset = keptDrift.get(dataset) ?? new Map<string, KeptDrift>()
  keptDrift.set(dataset, ofDataset)
  const key = `${advisor.scorer.bundle.sha256} ${windows.current.name}`
  const drift = ofDataset.get(key) ?? beginDrift(advisor, windows, wait)
  ofDataset.set(key, drift)
  const forget = () => {
    if (ofDataset.get(key) === drift) ofDataset.delete(key)
  }
  // What failed is tried again when it is asked for again.
  drift.computed.catch(forget)
  const computed = await waitFor(drift, wait, forget)
  drift.finished = computed
  // A load or a scoring came between: some columns would be of other data.
  return advisor.servedDataset() === dataset ? computed : readDrift(advisor, window, wait)
}

function beginDrift(advisor: AdvisorContext, windows: ComparedWindows, first: DriftWait): KeptDrift {
  const waits = new Set([first])
  const abandonment = new AbortController()
  const total = advisor.scorer.bundle.manifest.features.length
  const computed = computeDrift(advisor, windows, {
    onColumn: (done) => {
      for (const { onProgress } of waits) onProgress?.(done, total)
    },
    signal: abandonment.signal,
  })
  return { computed, finished: null, waits, abandon: (reason) => abandonment.abort(reason) }
}

async function waitFor(drift: KeptDrift, wait: DriftWait, forget: () => void): Promise<ComputedDrift> {
  const { signal } = wait
  drift.waits.add(wait)
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const leave = () => {
    drift.waits.delete(wait)
    if (drift.waits.size === 0) {
      // Forgotten at once, so that nobody else comes to wait for what has no end.
      forget()
      drift.abandon(signal?.reason)
    }
    reject(signal?.reason)
  }
  signal?.addEventListener('abort', leave, { once: true })
  try {
    return await Promise.race([drift.computed, aborted])
  } finally {
    signal?.removeEventListener('abort', leave)
    drift.waits.delete(wait)
  }
}
