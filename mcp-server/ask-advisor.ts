import type { AdvisorSource } from '#core/advisor/lend-advisor.ts'
import { type CallerAtDoor, lendToCaller } from '#core/advisor/lend-to-caller.ts'
import type { AdvisorContext } from '#core/advisor/open-advisor.ts'
import type { Scope } from '#core/contracts/caller.ts'
import { refuseScope, type ToRefusalOptions, toRefusal } from './refused-request.ts'

export interface AskAdvisorOptions extends ToRefusalOptions {
  /** Who asks: what they are shown is kept under their name. */
  calledBy: CallerAtDoor
  scope: Scope
}

/**
 * Does one request's work on one advisor from beginning to end, if the caller may have it done.
 *
 * @throws RefusedRequest in the catalogue's words.
 */
export async function askAdvisor<Answer>(
  advisors: AdvisorSource,
  { calledBy, scope, ...told }: AskAdvisorOptions,
  work: (advisor: AdvisorContext) => Promise<Answer>,
): Promise<Answer> {
  if (!calledBy.caller.scopes.has(scope)) throw refuseScope(told.what, scope)
  try {
    return await lendToCaller(advisors, calledBy).use(work)
  } catch (error) {
    throw toRefusal(error, told)
  }
}
