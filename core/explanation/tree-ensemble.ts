/**
 * A forest as flat arrays, one entry a node, all trees one after another. A row goes to the true child when its
 * value is ≤ the threshold, or is unknown (NaN) and `missingTracksTrue` is 1; else to the false child.
 */
export interface TreeEnsemble {
  featureCount: number
  /** Node of each tree's root. */
  treeRoots: Int32Array
  /** Feature read by the node, −1 at leaves. */
  featureIndices: Int32Array
  thresholds: Float32Array
  /** Node that follows, −1 at leaves. */
  trueChildren: Int32Array
  falseChildren: Int32Array
  missingTracksTrue: Uint8Array
  /** How many training clients passed the node. Positive wherever there is a split above or at the node. */
  covers: Float64Array
  /** Log-odds added by a leaf, 0 at branches. */
  leafValues: Float64Array
  /** Log-odds added to the sum of the leaves. */
  offsetLogOdds: number
}
