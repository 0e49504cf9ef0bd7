import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AdvisorError } from '../contracts/advisor-error.ts'

const championSchema = z.object({ modelVersion: z.string().regex(/^[\w.-]{1,100}$/) })

/** Folder of the bundles that are committed with the code. */
export const committedBundlesDir = join(import.meta.dirname, '../../ml/bundles')

/**
 * Folder of the champion's bundle: the one promoted under `dataDir`, otherwise the committed one.
 *
 * @throws AdvisorError BUNDLE_MISSING when neither folder names a champion, BUNDLE_CORRUPT when
 * `champion.json` cannot be read.
 */
export function findChampion(dataDir: string, fallbackDir = committedBundlesDir): string {
  for (const bundlesDir of [join(dataDir, 'bundles'), fallbackDir]) {
    const pointerPath = join(bundlesDir, 'champion.json')
    if (!existsSync(pointerPath)) continue
    return join(bundlesDir, readPointer(pointerPath))
  }
  throw new AdvisorError('BUNDLE_MISSING', {
    found: 'No champion.json names a model bundle.',
    expected: `Expected one in ${join(dataDir, 'bundles')} or ${fallbackDir}.`,
    nextStep: 'Train a model with "npm run ml:train" and promote it with "npm run ml:promote".',
  })
}

function readPointer(pointerPath: string): string {
  try {
    return championSchema.parse(JSON.parse(readFileSync(pointerPath, 'utf8'))).modelVersion
  } catch (cause) {
    throw new AdvisorError(
      'BUNDLE_CORRUPT',
      {
        found: `${pointerPath} cannot be read.`,
        expected: 'Expected {"modelVersion": "…"}.',
        nextStep: 'Promote a bundle again with "npm run ml:promote".',
      },
      { cause },
    )
  }
}
