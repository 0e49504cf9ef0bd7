import { AdvisorError } from '../contracts/advisor-error.ts'

/** The error for a model whose trees can't be explained exactly. */
export function corruptTrees(found: string, cause?: unknown): AdvisorError {
  return new AdvisorError(
    'BUNDLE_CORRUPT',
    {
      found,
      expected:
        'Expected an ONNX model with one sum of regression trees over the features, as training exports it.',
      nextStep: 'Restore the bundle, or train and promote a new one.',
    },
    cause === undefined ? undefined : { cause },
  )
}
