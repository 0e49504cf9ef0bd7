import type { AdvisorContext } from './open-advisor.ts'

/** Where doors get the advisor from: each request one that stays as it is until the request has ended. */
export interface AdvisorSource {
  /**
   * Lends an advisor for one whole request.
   *
   * @param request Everything that is done for the request; the advisor may be closed once it has settled.
   * @returns What `request` gave.
   */
  use<Answer>(request: (advisor: AdvisorContext) => Promise<Answer>): Promise<Answer>
}

/** A source that has one advisor alone, open for as long as its owner keeps it so. */
export function lendAdvisor(advisor: AdvisorContext): AdvisorSource {
  return { use: (request) => request(advisor) }
}
