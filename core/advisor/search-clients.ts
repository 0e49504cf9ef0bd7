import { findClientProfile } from '#db/store/queries/find-client-profile.ts'
import { type SearchClientIds, searchClientIds } from '#db/store/queries/search-client-ids.ts'
import { readSnapshot } from '#db/store/read-snapshot.ts'
import { AdvisorError } from '../contracts/advisor-error.ts'
import {
  type SearchClientsAnswer,
  type SearchClientsInput,
  searchClientsInputSchema,
} from '../contracts/search-clients.ts'
import { createProvenance } from './create-provenance.ts'
import { type DescribedClient, describeClient } from './describe-client.ts'
import { joinRows } from './join-rows.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { parseInput } from './parse-input.ts'
import { readClient } from './read-client.ts'
import { recordAnswer } from './record-answer.ts'
import { scoreModelInput } from './score-model-input.ts'

/**
 * Clients whose number begins with the query's digits, ascending, a page at a time; all for an empty query.
 * A query of other than digits matches nobody: numbers are all that a client is known by here.
 *
 * @throws AdvisorError INVALID_INPUT, or INVALID_CURSOR for a cursor that this search did not give out.
 */
export async function searchClients(
  advisor: AdvisorContext,
  input: SearchClientsInput,
): Promise<SearchClientsAnswer> {
  const question = parseInput(searchClientsInputSchema, input)
  const { query, limit, cursor, language } = question
  // Numbers are shown grouped ("104 218"), so they are typed and pasted that way too.
  const prefix = query.replace(/[\s\u00a0\u202f]/g, '')
  const search = {
    prefix,
    limit,
    ...(cursor !== undefined && { afterClientId: parseCursor(cursor, prefix) }),
  }
  const { dataset, clientIds, rows, profiles, matchCount, hasMore } = readSnapshot(advisor.store, () =>
    readMatches(advisor, search),
  )
  const scores = await scoreModelInput(advisor, joinRows(rows), clientIds)
  const labels = dataset.labels(language)
  const answer = {
    clients: scores.map(({ rawScoreLogOdds: _, ...score }, i) => ({
      ...score,
      description: describeClient(profiles[i] as DescribedClient, labels, language),
    })),
    matchCount,
    nextCursor: hasMore ? `${prefix}.${clientIds.at(-1)}` : null,
    provenance: createProvenance(advisor, dataset, language),
  }
  return recordAnswer(advisor, { dataset }, { kind: 'search', clientId: null, input: question, answer })
}

function readMatches(advisor: AdvisorContext, search: SearchClientIds) {
  const found = searchClientIds(advisor.store, search)
  return {
    ...found,
    dataset: advisor.servedDataset(),
    rows: found.clientIds.map((clientId) => readClient(advisor, clientId).modelInput),
    profiles: found.clientIds.map((clientId) => findClientProfile(advisor.store, clientId)),
  }
}

function parseCursor(cursor: string, prefix: string): number {
  const [cursorPrefix, clientId] = cursor.split('.')
  if (cursorPrefix === prefix && /^\d{1,16}$/.test(clientId ?? '')) return Number(clientId)
  throw new AdvisorError('INVALID_CURSOR', {
    found: 'The cursor was not given out for this query.',
    expected: 'Expected the nextCursor of the previous page of the same query.',
    nextStep: 'Call again without a cursor to start from the first page.',
  })
}
