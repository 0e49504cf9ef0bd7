import type { AccountDesk } from '#core/contracts/accounts.ts'
import { DataError } from '#db/data-error.ts'
import { describeFailure } from '#db/open-migrated-database.ts'
import type { DeskOptions } from './desk-options.ts'

/** Has every change that the disk does not take answered as a problem, of which who runs the service is told. */
export function refuseWhenUnwritable(
  desk: AccountDesk,
  { accounts, onUnexpected }: Pick<DeskOptions, 'accounts' | 'onUnexpected'>,
): AccountDesk {
  const refusing =
    <Parameters extends unknown[], Outcome>(change: (...parameters: Parameters) => Promise<Outcome>) =>
    async (...parameters: Parameters): Promise<Outcome | { problem: 'UNAVAILABLE' }> => {
      try {
        return await change(...parameters)
      } catch (error) {
        const fault = describeFailure(error, accounts.path, 'the accounts')
        if (!(fault instanceof DataError)) throw error
        onUnexpected(fault)
        return { problem: 'UNAVAILABLE' }
      }
    }
  return {
    ...desk,
    signIn: refusing(desk.signIn),
    changePassword: refusing(desk.changePassword),
    createUser: refusing(desk.createUser),
    setRole: refusing(desk.setRole),
    disableUser: refusing(desk.disableUser),
    enableUser: refusing(desk.enableUser),
    resetPassword: refusing(desk.resetPassword),
    createToken: refusing(desk.createToken),
    revokeToken: refusing(desk.revokeToken),
  }
}
