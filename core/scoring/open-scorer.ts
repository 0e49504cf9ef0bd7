import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { ModelBundle } from '../bundle/load-bundle.ts'
import { AdvisorError } from '../contracts/advisor-error.ts'
import type { BatchScores } from './batch-scores.ts'
import { joinRuns } from './join-runs.ts'

export interface Scorer {
  bundle: ModelBundle
  /**
   * @param rows Row-major, `clientCount × manifest.features.length`, NaN where a value is unknown.
   * @throws AdvisorError SCORE_NOT_FINITE when the model gives anything but a probability.
   */
  scoreBatch(rows: Float32Array, clientCount: number): Promise<BatchScores>
  close(): Promise<void>
}

/** Larger batches gain nothing from others beside them. */
const mostJoined = 4

/** Opens the bundle's ONNX graph for scoring on one thread: one client's score gains nothing from more. */
export async function openScorer(bundle: ModelBundle): Promise<Scorer> {
  const { model, features } = bundle.manifest
  const session = await InferenceSession.create(bundle.modelBytes, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
  })
  assertGraph(session, bundle)
  const run = async (rows: Float32Array, clientCount: number): Promise<BatchScores> => {
    const input = new Tensor('float32', rows, [clientCount, features.length])
    const outputs = await session.run({ [model.inputName]: input })
    return {
      rawScoresLogOdds: outputs[model.rawScoreOutputName]?.data as Float32Array,
      probabilitiesOfDefault: outputs[model.probabilityOutputName]?.data as Float32Array,
    }
  }
  const runTogether = joinRuns(run)
  return {
    bundle,
    async scoreBatch(rows, clientCount) {
      // A row of another width would shift those beside it.
      const isJoined = clientCount <= mostJoined && rows.length === clientCount * features.length
      const scores = await (isJoined ? runTogether : run)(rows, clientCount)
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
