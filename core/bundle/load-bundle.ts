import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AdvisorError } from '../contracts/advisor-error.ts'
import { type BundleManifest, bundleManifestSchema } from '../contracts/bundle-manifest.ts'

/** A bundle whose every file was found to match its manifest. */
export interface ModelBundle {
  directory: string
  /** SHA-256 of `manifest.json`, which holds the hash of every other file: the whole bundle's name. */
  sha256: string
  manifest: BundleManifest
  /** The bytes of `model.onnx`. */
  modelBytes: Uint8Array
  /** The bytes of the other files that the manifest names: the folder may be replaced while the bundle serves. */
  files: ReadonlyMap<string, Uint8Array>
}

/**
 * Reads a bundle once and checks it: manifest against its schema, every file against its SHA-256.
 *
 * @throws AdvisorError BUNDLE_MISSING when there is no manifest, BUNDLE_CORRUPT when anything differs.
 */
export function loadBundle(directory: string): ModelBundle {
  const { sha256, manifest } = readManifest(directory)
  const modelBytes = readVerified(directory, manifest.model.file, manifest.model.sha256)
  const others = Object.entries(manifest.files).filter(([file]) => file !== manifest.model.file)
  const files = new Map(others.map(([file, expected]) => [file, readVerified(directory, file, expected)]))
  return { directory, sha256, manifest, modelBytes, files }
}

function readManifest(directory: string): Pick<ModelBundle, 'sha256' | 'manifest'> {
  const path = join(directory, 'manifest.json')
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (cause) {
    throw new AdvisorError(
      'BUNDLE_MISSING',
      {
        found: `${path} cannot be read.`,
        expected: 'Expected the manifest of a model bundle.',
        nextStep: 'Train and promote a model, or restore ml/bundles from the repository.',
      },
      { cause },
    )
  }
  const parsed = bundleManifestSchema.safeParse(parseJson(bytes))
  if (parsed.success) return { sha256: hash(bytes), manifest: parsed.data }
  const issue = parsed.error.issues[0]
  throw corrupt(
    `${path} breaks the manifest's schema at ${issue?.path.join('.') || 'its root'}: ${issue?.message}.`,
  )
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

function readVerified(directory: string, file: string, expectedSha256: string): Uint8Array {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(join(directory, file))
  } catch {
    throw corrupt(`${join(directory, file)} is named by the manifest but cannot be read.`)
  }
  const sha256 = hash(bytes)
  if (sha256 !== expectedSha256) {
    throw corrupt(
      `${join(directory, file)} has SHA-256 ${sha256.slice(0, 12)}…, not ${expectedSha256.slice(0, 12)}….`,
    )
  }
  return bytes
}

function hash(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function corrupt(found: string): AdvisorError {
  return new AdvisorError('BUNDLE_CORRUPT', {
    found,
    expected: 'Expected every file of the bundle as training wrote it.',
    nextStep:
      'Restore the bundle, or train and promote a new one. Nothing is scored with a bundle that differs.',
  })
}
