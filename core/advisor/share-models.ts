import type { ModelBundle } from '../bundle/load-bundle.ts'
import { type OpenModel, openModel } from './open-model.ts'

/** Open models that several hold at once. Whoever takes one lets it go; the last one closes it. */
export interface SharedModels {
  /**
   * The model of a bundle, opened unless it is open already.
   *
   * @throws AdvisorError as `openModel` does.
   */
  take(bundle: ModelBundle): Promise<OpenModel>
  /** Takes a model that is open once more. */
  takeAgain(model: OpenModel): OpenModel
  letGo(model: OpenModel): Promise<void>
}

/** Shares models, so that new data under the same model, or the same model promoted again, does not open it twice. */
export function shareModels(): SharedModels {
  const takers = new Map<OpenModel, number>()
  const takeAgain = (model: OpenModel) => {
    takers.set(model, (takers.get(model) ?? 0) + 1)
    return model
  }
  return {
    takeAgain,
    async take(bundle) {
      const known = [...takers.keys()].find((model) => model.bundle.sha256 === bundle.sha256)
      return takeAgain(known ?? (await openModel(bundle)))
    },
    async letGo(model) {
      const others = (takers.get(model) ?? 1) - 1
      if (others > 0) takers.set(model, others)
      else if (takers.delete(model)) await model.scorer.close()
    },
  }
}
