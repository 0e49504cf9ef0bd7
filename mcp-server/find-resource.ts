import type { AdvisorContext } from '#core/advisor/open-advisor.ts'
import type { Scope } from '#core/contracts/caller.ts'
import { allResources, allResourceTemplates } from './all-resources.ts'

/** What stands at one address. */
export interface FoundResource {
  scope: Scope
  mimeType: string
  read(advisor: AdvisorContext): Promise<string | object>
}

/** The resource at an address; null where no resource and no template matches. */
export function findResource(uri: string): FoundResource | null {
  const fixed = allResources.find((resource) => resource.uri === uri)
  if (fixed) return fixed
  for (const { uriTemplate, variable, scope, mimeType, read } of allResourceTemplates) {
    const value = matchTemplate(uriTemplate, variable, uri)
    if (value !== null) return { scope, mimeType, read: (advisor) => read(advisor, value) }
  }
  return null
}

/** What stands in the variable's place: one segment, in which an escape stays as it is and so matches nothing. */
function matchTemplate(uriTemplate: string, variable: string, uri: string): string | null {
  const [before, after] = uriTemplate.split(`{${variable}}`) as [string, string]
  if (!uri.startsWith(before) || !uri.endsWith(after)) return null
  const value = uri.slice(before.length, uri.length - after.length)
  return value !== '' && !/[/?#]/.test(value) ? value : null
}
