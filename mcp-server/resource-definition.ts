import type { AdvisorContext } from '#core/advisor/open-advisor.ts'
import type { Scope } from '#core/contracts/caller.ts'

/** What a variable may be, given how it begins. */
export interface Completion {
  values: string[]
  /** All that there are, where more begin so than are given. */
  total: number
}
export type Complete = (advisor: AdvisorContext, beginning: string) => Promise<Completion>

interface DescribedResource {
  /** In camelCase, as tools are named. */
  name: string
  title: string
  description: string
  mimeType: 'application/json' | 'text/markdown'
  /** What a caller must be allowed to do. */
  scope: Scope
}

/** A resource at one address, independent of any protocol version or SDK. */
export interface FixedResource extends DescribedResource {
  uri: string
  /** @returns Its text; an object for JSON. */
  read(advisor: AdvisorContext): Promise<string | object>
}

/** Resources at addresses that differ in one variable, such as `client://{id}/profile`. */
export interface ResourceTemplate extends DescribedResource {
  uriTemplate: string
  variable: string
  /**
   * @param value What stands in the variable's place.
   * @throws AdvisorError UNKNOWN_RESOURCE, UNKNOWN_CLIENT … where there is none.
   */
  read(advisor: AdvisorContext, value: string): Promise<string | object>
  complete: Complete
}
