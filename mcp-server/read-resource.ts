import type { AdvisorSource } from '#core/advisor/lend-advisor.ts'
import type { CallerAtDoor } from '#core/advisor/lend-to-caller.ts'
import { askAdvisor } from './ask-advisor.ts'
import { findResource } from './find-resource.ts'
import { toRefusal } from './refused-request.ts'
import { createUnknownResourceError } from './unknown-resource-error.ts'

export type ResourceContents = { contents: [{ uri: string; mimeType: string; text: string }] }

/**
 * Reads what stands at an address.
 *
 * @throws RefusedRequest for an unknown address or client, a scope that the caller lacks, or a failure.
 */
export async function readResource(
  advisors: AdvisorSource,
  uri: string,
  { calledBy, onUnexpected }: { calledBy: CallerAtDoor; onUnexpected: (error: unknown) => void },
): Promise<ResourceContents> {
  const told = { what: uri.slice(0, 80), about: { uri }, onUnexpected }
  const resource = findResource(uri)
  if (!resource) throw toRefusal(createUnknownResourceError(uri), told)
  const { scope, mimeType, read } = resource
  const found = await askAdvisor(advisors, { calledBy, scope, ...told }, read)
  const text = typeof found === 'string' ? found : JSON.stringify(found)
  return { contents: [{ uri, mimeType, text }] }
}
