import { findClientProfile } from '#db/store/queries/find-client-profile.ts'
import type { Language } from '../contracts/language.ts'
import type { ViewClientAnswer } from '../contracts/view-client.ts'
import { createUnknownClientError } from './create-unknown-client-error.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { scoreClient } from './score-client.ts'

/**
 * Everything that the client's page shows.
 *
 * @throws AdvisorError as `scoreClient` does.
 */
export async function viewClient(
  advisor: AdvisorContext,
  input: { clientId: number; language?: Language },
): Promise<ViewClientAnswer> {
  const score = await scoreClient(advisor, input)
  const stored = findClientProfile(advisor.store, score.clientId)
  if (!stored) throw createUnknownClientError(advisor, score.clientId)
  // The known outcome must not reach the person who advises: it is the answer that the score predicts.
  const { target: _, ...profile } = stored
  const { reviewBand, riskClassUpperBounds } = advisor.scorer.bundle.manifest.decision
  return { profile, score, reviewBand, riskClassUpperBounds }
}
