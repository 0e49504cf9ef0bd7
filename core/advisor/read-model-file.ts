import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AdvisorContext } from './open-advisor.ts'

/** The files of a bundle that a person may take away. */
export const modelFiles = { card: 'model-card.md', evaluation: 'evaluation.json' } as const
export type ModelFile = keyof typeof modelFiles

/** The served model's card (Markdown) or evaluation (JSON) as training wrote it; null when the bundle has none. */
export async function readModelFile(advisor: AdvisorContext, file: ModelFile): Promise<string | null> {
  const { directory, manifest } = advisor.scorer.bundle
  // What the manifest does not vouch for is no evaluation of this model.
  if (file === 'evaluation' && !Object.hasOwn(manifest.files, modelFiles.evaluation)) return null
  try {
    return readFileSync(join(directory, modelFiles[file]), 'utf8')
  } catch {
    return null
  }
}
