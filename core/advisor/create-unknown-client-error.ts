import { findNearestClientIds } from '#db/store/queries/find-nearest-client-ids.ts'
import { AdvisorError } from '../contracts/advisor-error.ts'
import type { AdvisorContext } from './open-advisor.ts'

const nearestCount = 5

/** Says that a client is unknown and names the nearest ids, since most such calls are typing errors. */
export function createUnknownClientError(advisor: AdvisorContext, clientId: number): AdvisorError {
  const nearestClientIds = findNearestClientIds(advisor.store, clientId, nearestCount)
  return new AdvisorError('UNKNOWN_CLIENT', {
    found: `Client ${clientId} is not in the store.`,
    expected: `Expected the number of a loaded client; the nearest are ${nearestClientIds.join(', ')}.`,
    nextStep: 'Check the number, or find the client with searchClients.',
    nearestClientIds,
  })
}
