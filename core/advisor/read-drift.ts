import { assertPortfolioScored } from './assert-portfolio-scored.ts'
import { chooseWindows } from './choose-windows.ts'
import { type ComparedWindows, type ComputedDrift, computeDrift } from './compute-drift.ts'
import type { AdvisorContext } from './open-advisor.ts'
import type { ServedDataset } from './read-served-dataset.ts'

/** Told how many of how many columns are compared. */
export type OnDriftProgress = (done: number, total: number) => void

interface KeptDrift {
  computed: Promise<ComputedDrift>
  finished: ComputedDrift | null
  listeners: Set<OnDriftProgress>
}

/** A dataset is another object after every change of the store, so what was computed from the former goes with it. */
export const keptDrift = new WeakMap<ServedDataset, Map<string, KeptDrift>>()

/**
 * The comparison of a window with the one that the model was trained on: computed once, in seconds for 300,000
 * clients, and kept until the store or the model changes. Who asks meanwhile waits for the same computation.
 *
 * @param window The latest unless given.
 * @throws AdvisorError UNKNOWN_WINDOW, NO_WINDOW_TO_COMPARE; PORTFOLIO_NOT_SCORED while the served model has not scored
 *   every client.
 */
export async function readDrift(
  advisor: AdvisorContext,
  window: string | undefined,
  onProgress: OnDriftProgress = () => {},
): Promise<ComputedDrift> {
  assertPortfolioScored(advisor)
  const windows = chooseWindows(advisor, window)
  const dataset = advisor.servedDataset()
  const ofDataset = keptDrift.get(dataset) ?? new Map<string, KeptDrift>()
  keptDrift.set(dataset, ofDataset)
  const key = `${advisor.scorer.bundle.sha256} ${windows.current.name}`
  let drift = ofDataset.get(key)
  if (drift) drift.listeners.add(onProgress)
  else {
    drift = beginDrift(advisor, windows, onProgress)
    ofDataset.set(key, drift)
    // What failed is tried again when it is asked for again.
    drift.computed.catch(() => ofDataset.delete(key))
  }
  const computed = await drift.computed
  drift.finished = computed
  drift.listeners.delete(onProgress)
  // A load or a scoring came between: some columns would be of other data.
  return advisor.servedDataset() === dataset ? computed : readDrift(advisor, window, onProgress)
}

function beginDrift(advisor: AdvisorContext, windows: ComparedWindows, first: OnDriftProgress): KeptDrift {
  const listeners = new Set([first])
  const total = advisor.scorer.bundle.manifest.features.length
  const computed = computeDrift(advisor, windows, (done) => {
    for (const listener of listeners) listener(done, total)
  })
  return { computed, finished: null, listeners }
}
