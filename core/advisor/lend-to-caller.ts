import { AdvisorError } from '../contracts/advisor-error.ts'
import type { Caller, Door } from '../contracts/caller.ts'
import type { AdvisorSource } from './lend-advisor.ts'
import type { AdvisorContext } from './open-advisor.ts'
import type { Audit } from './open-audit.ts'

/** Who asks, through which door, and where what they are shown is kept. */
export interface CallerAtDoor {
  caller: Caller
  door: Door
  audit: Audit
}

/** Lends the advisor to one caller: every answer about clients is kept as shown to them before it is given. */
export function lendToCaller(advisors: AdvisorSource, { caller, door, audit }: CallerAtDoor): AdvisorSource {
  const recorder = audit.recorderFor(caller.actor, door)
  return {
    use: (request) =>
      advisors.use(async (advisor) => {
        assertAdmitted(advisor, caller)
        return request({ ...advisor, audit: recorder })
      }),
  }
}

/** Published credentials open made-up data alone, also where other data came in since the caller did. */
function assertAdmitted(advisor: AdvisorContext, { isDemo }: Caller): void {
  if (!isDemo || advisor.servedDataset().origin === 'demo') return
  throw new AdvisorError('UNAUTHENTICATED', {
    found: 'The demo has ended: other data are served now.',
    expected: 'Expected an account or a token of your own.',
    nextStep: 'Sign in again, or ask an administrator for a token.',
  })
}
