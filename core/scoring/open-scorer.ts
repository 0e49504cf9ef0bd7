import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { ModelBundle } from '../bundle/load-bundle.ts'
import { AdvisorError } from '../contracts/advisor-error.ts'

/** Scores of a batch, one entry a client, in the order of the rows. */
export interface BatchScores {
  /** Log-odds of default before calibration. */
  rawScoresLogOdds: Float32Array
  /** Calibrated, 0 to 1. */
  probabilitiesOfDefault: Float32Array
}

export interface Scorer {
  bundle: ModelBundle
  /**
   * @param rows Row-major, `clientCount × manifest.features.length`, NaN where a value is unknown.
   * @throws AdvisorError SCORE_NOT_FINITE when the model gives anything but a probability.
   */
  scoreBatch(rows: Float32Array, clientCount: number): Promise<BatchScores>
  close(): Promise<void>
}

/** Opens the bundle's ONNX graph for scoring on one thread: one client's score gains nothing from more. */
export async function openScorer(bundle: ModelBundle): Promise<Scorer> {
  const { model, features } = bundle.manifest
  const session = await InferenceSession.create(bundle.modelBytes, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
  })
  assertGraph(session, bundle)
  return {
    bundle,
    async scoreBatch(rows, clientCount) {
      const input = new Tensor('float32', rows, [clientCount, features.length])
      const outputs = await session.run({ [model.inputName]: input })
      const scores = {
        rawScoresLogOdds: outputs[model.rawScoreOutputName]?.data as Float32Array,
        probabilitiesOfDefault: outputs[model.probabilityOutputName]?.data as Float32Array,
      }
      assertProbabilities(scores)
      return scores
    },
    close: () => session.release(),
  }
}

function assertGraph(session: InferenceSession, { directory, manifest }: ModelBundle): void {
  const { inputName, rawScoreOutputName, probabilityOutputName } = manifest.model
  const missing = [
    ...[inputName].filter((name) => !session.inputNames.includes(name)),
    ...[rawScoreOutputName, probabilityOutputName].filter((name) => !session.outputNames.includes(name)),
  ]
  if (missing.length === 0) return
  throw new AdvisorError('BUNDLE_CORRUPT', {
    found: `The graph in ${directory} lacks ${missing.join(', ')}.`,
    expected: 'Expected the inputs and outputs that its manifest names.',
    nextStep: 'Train and promote the model again.',
  })
}

function assertProbabilities({ rawScoresLogOdds, probabilitiesOfDefault }: BatchScores): void {
  for (let i = 0; i < probabilitiesOfDefault.length; i++) {
    const probability = probabilitiesOfDefault[i] as number
    if (probability >= 0 && probability <= 1 && Number.isFinite(rawScoresLogOdds[i])) continue
    throw new AdvisorError('SCORE_NOT_FINITE', {
      found: `The model gave ${probability} as a probability.`,
      expected: 'Expected a number from 0 to 1.',
      nextStep: 'The client cannot be scored by this model; tell the data team.',
    })
  }
}
