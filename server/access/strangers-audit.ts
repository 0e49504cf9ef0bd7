import type { Audit } from '#core/advisor/open-audit.ts'
import { AdvisorError } from '#core/contracts/advisor-error.ts'

/** For the pages that strangers see: they show nothing about clients, and what would is not given. */
export const strangersAudit: Audit = {
  recorderFor: () => ({
    async record() {
      throw new AdvisorError('UNAUTHENTICATED', {
        found: 'Nobody has signed in.',
        expected: 'Expected an account.',
        nextStep: 'Sign in.',
      })
    },
  }),
  close() {},
}
