import { findClientProfile, type StoredClient } from '#db/store/queries/find-client-profile.ts'
import { readSnapshot } from '#db/store/read-snapshot.ts'
import type { Language } from '../contracts/language.ts'
import { scoreClientInputSchema } from '../contracts/score-client.ts'
import type { ViewClientAnswer } from '../contracts/view-client.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { parseInput } from './parse-input.ts'
import { readClient } from './read-client.ts'
import { recordAnswer } from './record-answer.ts'
import { scoreReadClient } from './score-client.ts'

/**
 * Everything that the client's page shows.
 *
 * @throws AdvisorError as `scoreClient` does.
 */
export async function viewClient(
  advisor: AdvisorContext,
  input: { clientId: number; language?: Language },
): Promise<ViewClientAnswer> {
  const { clientId, language } = parseInput(scoreClientInputSchema, input)
  const { client, stored } = readSnapshot(advisor.store, () => ({
    client: readClient(advisor, clientId),
    stored: findClientProfile(advisor.store, clientId) as StoredClient,
  }))
  const score = await scoreReadClient(advisor, client, { clientId, language })
  // The known outcome must not reach the person who advises: it is the answer that the score predicts.
  const { target: _, ...profile } = stored
  const { reviewBand, riskClassUpperBounds } = advisor.scorer.bundle.manifest.decision
  return recordAnswer(advisor, client, {
    kind: 'file',
    clientId,
    input: { clientId, language },
    answer: { profile, score, reviewBand, riskClassUpperBounds },
  })
}
