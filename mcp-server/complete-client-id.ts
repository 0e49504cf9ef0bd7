import { listClientIds } from '#core/advisor/list-client-ids.ts'
import type { Complete } from './resource-definition.ts'

/** As many values as a completion may hold. */
const mostValues = 100

/** Completes a client's number from its first digits. */
export const completeClientId: Complete = async (advisor, beginning) => {
  const { clientIds, matchCount } = await listClientIds(advisor, {
    prefix: beginning.replace(/[\s\u00a0\u202f]/g, ''),
    limit: mostValues,
  })
  return { values: clientIds.map(String), total: matchCount }
}
