import type { ShownAnswer } from './audit-recorder.ts'
import type { AdvisorContext } from './open-advisor.ts'
import type { ServedDataset } from './read-served-dataset.ts'

/** Has an answer kept before it is given. */
export async function recordAnswer<Answer extends object>(
  { audit, scorer }: AdvisorContext,
  from: { dataset: ServedDataset; featureRow?: Float32Array },
  shown: ShownAnswer & { answer: Answer },
): Promise<Answer> {
  const { manifest, sha256 } = scorer.bundle
  await audit.record({
    ...shown,
    model: { version: manifest.modelVersion, sha256: manifest.model.sha256, bundleSha256: sha256 },
    dataVersion: from.dataset.dataVersion,
    featureRow: from.featureRow ?? null,
  })
  return shown.answer
}
