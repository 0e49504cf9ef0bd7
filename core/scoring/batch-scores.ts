/** Scores of a batch, one entry a client, in the order of the rows. */
export interface BatchScores {
  /** Log-odds of default before calibration. */
  rawScoresLogOdds: Float32Array
  /** Calibrated, 0 to 1. */
  probabilitiesOfDefault: Float32Array
}
