import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ModelBundle } from '../bundle/load-bundle.ts'
import { AdvisorError } from '../contracts/advisor-error.ts'
import {
  type BundleEvaluation,
  type BundleRun,
  bundleEvaluationSchema,
  bundleRunSchema,
} from '../contracts/bundle-evaluation.ts'

const importanceSchema = z.object({
  clientsExplained: z.int().positive(),
  features: z.array(
    z.object({
      feature: z.string(),
      meanAbsoluteContributionLogOdds: z.number().min(0),
      gainShare: z.number().min(0),
    }),
  ),
})

/** What training noted of a model, beside the model itself. */
export interface ModelRecords {
  evaluation: BundleEvaluation | null
  run: BundleRun | null
  importance: z.infer<typeof importanceSchema>
}

const known = new WeakMap<ModelBundle, ModelRecords>()

/**
 * Evaluation, run and importance of a bundle, read once. The manifest vouches for evaluation and importance; the run's
 * own hash ties it to the manifest, and a run of another bundle counts as none.
 *
 * @throws AdvisorError BUNDLE_CORRUPT when a file is not what training writes.
 */
export function readModelRecords(bundle: ModelBundle): ModelRecords {
  const records = known.get(bundle) ?? {
    evaluation: readEvaluation(bundle),
    run: readRun(bundle),
    importance: parseFile(bundle, 'importance.json', importanceSchema),
  }
  known.set(bundle, records)
  return records
}

function readEvaluation(bundle: ModelBundle): BundleEvaluation | null {
  if (!Object.hasOwn(bundle.manifest.files, 'evaluation.json')) return null
  return parseFile(bundle, 'evaluation.json', bundleEvaluationSchema)
}

function readRun(bundle: ModelBundle): BundleRun | null {
  if (!existsSync(join(bundle.directory, 'run.json'))) return null
  const run = parseFile(bundle, 'run.json', bundleRunSchema)
  const manifestBytes = readFileSync(join(bundle.directory, 'manifest.json'))
  return run.bundleSha256 === createHash('sha256').update(manifestBytes).digest('hex') ? run : null
}

function parseFile<Schema extends z.ZodType>(
  bundle: ModelBundle,
  file: string,
  schema: Schema,
): z.output<Schema> {
  const path = join(bundle.directory, file)
  const parsed = schema.safeParse(readJson(path))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new AdvisorError('BUNDLE_CORRUPT', {
    found: `${path} breaks its schema at ${issue?.path.join('.') || 'its root'}: ${issue?.message}.`,
    expected: 'Expected the file as training wrote it.',
    nextStep: 'Restore the bundle, or train and promote a new one.',
  })
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
