import type { z } from 'zod'
import { AdvisorError } from '../contracts/advisor-error.ts'
import type { ModelBundle } from './load-bundle.ts'

/**
 * Parses a JSON file of a bundle, from the bytes that were verified when the bundle was loaded.
 *
 * @throws AdvisorError BUNDLE_CORRUPT when the manifest names no such file, or it is not what training writes.
 */
export function parseBundleFile<Schema extends z.ZodType>(
  { directory, files }: ModelBundle,
  file: string,
  schema: Schema,
): z.output<Schema> {
  const parsed = schema.safeParse(parseJson(files.get(file)))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new AdvisorError('BUNDLE_CORRUPT', {
    found: `${file} of ${directory} breaks its schema at ${issue?.path.join('.') || 'its root'}: ${issue?.message}.`,
    expected: 'Expected the file as training writes it.',
    nextStep: 'Restore the bundle, or train and promote a new one.',
  })
}

function parseJson(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
