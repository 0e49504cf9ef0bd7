import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ModelBundle } from '../bundle/load-bundle.ts'
import { loadNeighbours, type NearestDefaultRate } from '../bundle/load-neighbours.ts'
import { loadSpreads } from '../bundle/load-spreads.ts'
import type { FeatureSpread } from '../contracts/wording/describe-reason.ts'
import { createExplainer, type Explainer } from '../explanation/create-explainer.ts'
import { parseTrees } from '../explanation/parse-trees.ts'
import type { TreeEnsemble } from '../explanation/tree-ensemble.ts'
import { openScorer, type Scorer } from '../scoring/open-scorer.ts'

/** A verified bundle, ready to score and to explain. Close its scorer when done. */
export interface OpenModel {
  bundle: ModelBundle
  scorer: Scorer
  /** Explains the very trees that the scorer sums. */
  explainer: Explainer
  ensemble: TreeEnsemble
  /** Where the training clients lie, by feature. */
  spreads: ReadonlyMap<string, FeatureSpread>
  /** The feature that the model computes itself, if it has one. */
  nearest: NearestDefaultRate | null
}

/**
 * Opens the model of a verified bundle. Between its steps, of a tenth of a second each, a server answers others.
 *
 * @throws AdvisorError BUNDLE_CORRUPT when its files do not go together.
 */
export async function openModel(bundle: ModelBundle): Promise<OpenModel> {
  const ensemble = parseTrees(bundle.modelBytes)
  await nextTurn()
  const explainer = createExplainer(ensemble)
  await nextTurn()
  const spreads = loadSpreads(bundle)
  const nearest = await loadNeighbours(bundle)
  await nextTurn()
  return { bundle, scorer: await openScorer(bundle), explainer, ensemble, spreads, nearest }
}
