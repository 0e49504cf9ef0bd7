import { searchClientIds } from '#db/store/queries/search-client-ids.ts'
import type { AdvisorContext } from './open-advisor.ts'

export interface ListedClientIds {
  /** Rising. */
  clientIds: number[]
  /** All that begin so. */
  matchCount: number
}

/**
 * The numbers of clients that begin with the digits given, and nothing else about them: what completes a number while
 * it is typed.
 */
export async function listClientIds(
  advisor: AdvisorContext,
  { prefix, limit }: { prefix: string; limit: number },
): Promise<ListedClientIds> {
  const { clientIds, matchCount } = searchClientIds(advisor.store, { prefix, limit })
  return { clientIds, matchCount }
}
