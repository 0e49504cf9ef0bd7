import type { z } from 'zod'
import { countClients } from '#db/store/queries/count-clients.ts'
import { listClients as listStoredClients } from '#db/store/queries/list-clients.ts'
import { readSnapshot } from '#db/store/read-snapshot.ts'
import type { Language } from '../contracts/language.ts'
import {
  type ClientRow,
  type ListClientsAnswer,
  type ListClientsInput,
  listClientsInputSchema,
} from '../contracts/list-clients.ts'
import { assertPortfolioScored } from './assert-portfolio-scored.ts'
import { createProvenance } from './create-provenance.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { parseInput } from './parse-input.ts'
import { recordAnswer } from './record-answer.ts'

/**
 * One page of the portfolio, sorted and filtered, with the count of clients per advice among those that match.
 * A page past the last one gives the last one.
 *
 * @throws AdvisorError INVALID_INPUT; PORTFOLIO_NOT_SCORED while the served model has not scored every client.
 */
export async function listClients(
  advisor: AdvisorContext,
  { language = 'fr', ...input }: ListClientsInput & { language?: Language },
): Promise<ListClientsAnswer> {
  const question = parseInput(listClientsInputSchema, input)
  // Rows, counts and the model that they are said to be by must be of one moment.
  const { dataset, ...listed } = readSnapshot(advisor.store, () => readPage(advisor, question))
  const answer = { ...listed, provenance: createProvenance(advisor, dataset, language) }
  return recordAnswer(
    advisor,
    { dataset },
    { kind: 'list', clientId: null, input: { ...question, language }, answer },
  )
}

function readPage(
  advisor: AdvisorContext,
  { page, pageSize, ...query }: z.output<typeof listClientsInputSchema>,
) {
  assertPortfolioScored(advisor)
  const read = (offset: number) => listStoredClients(advisor.store, { ...query, limit: pageSize, offset })
  let result = read((page - 1) * pageSize)
  const pageCount = Math.max(1, Math.ceil(result.matchCount / pageSize))
  if (page > pageCount) result = read((pageCount - 1) * pageSize)
  return {
    dataset: advisor.servedDataset(),
    rows: result.rows.map((row) => {
      const scored = row as Omit<ClientRow, 'probabilityOfRepayment'>
      return { ...scored, probabilityOfRepayment: 1 - scored.probabilityOfDefault }
    }),
    matchCount: result.matchCount,
    clientCount: countClients(advisor.store),
    page: Math.min(page, pageCount),
    pageCount,
    adviceCounts: result.adviceCounts,
  }
}
