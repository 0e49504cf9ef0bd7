import { AdvisorError } from '#core/contracts/advisor-error.ts'

const shownLength = 80

/** Says that nothing has this address, and how to learn what there is. */
export function createUnknownResourceError(uri: string): AdvisorError {
  return new AdvisorError('UNKNOWN_RESOURCE', {
    found: `There is no resource "${uri.slice(0, shownLength)}".`,
    expected:
      'Expected client://{id}/profile, model://card, model://evaluation, features://catalog or one of its parts.',
    nextStep: 'List the resources and templates for the addresses that there are.',
  })
}
