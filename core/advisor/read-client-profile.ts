import { z } from 'zod'
import { findClientProfile, type StoredClient } from '#db/store/queries/find-client-profile.ts'
import { readSnapshot } from '#db/store/read-snapshot.ts'
import type { ClientField, ClientProfile } from '../contracts/client-profile.ts'
import { clientIdSchema } from '../contracts/decision.ts'
import { defaultLanguage } from '../contracts/language.ts'
import type { ReadClientProfileAnswer } from '../contracts/read-client-profile.ts'
import { createProvenance } from './create-provenance.ts'
import { describeClient } from './describe-client.ts'
import { getVocabulary } from './get-vocabulary.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { parseInput } from './parse-input.ts'
import { readClient } from './read-client.ts'
import { recordAnswer } from './record-answer.ts'

const inputSchema = z.strictObject({ clientId: clientIdSchema })

/**
 * What the application says of a client, without the score.
 *
 * @throws AdvisorError INVALID_INPUT, UNKNOWN_CLIENT or AUDIT_UNAVAILABLE.
 */
export async function readClientProfile(
  advisor: AdvisorContext,
  input: { clientId: number },
): Promise<ReadClientProfileAnswer> {
  const { clientId } = parseInput(inputSchema, input)
  const { client, stored } = readSnapshot(advisor.store, () => ({
    client: readClient(advisor, clientId),
    stored: findClientProfile(advisor.store, clientId) as StoredClient,
  }))
  // The known outcome must not reach the person who advises: it is the answer that the score predicts.
  const { target: _, ...profile } = stored
  const { dataset } = client
  const answer = {
    ...profile,
    description: {
      fr: describeClient(profile, dataset.labels('fr'), 'fr'),
      en: describeClient(profile, dataset.labels('en'), 'en'),
    },
    categoryLabels: labelCategories(advisor, profile),
    provenance: createProvenance(advisor, dataset, defaultLanguage),
  }
  return recordAnswer(advisor, client, { kind: 'profile', clientId, input: { clientId }, answer })
}

function labelCategories(advisor: AdvisorContext, profile: ClientProfile) {
  const labels: ReadClientProfileAnswer['categoryLabels'] = {}
  for (const [field, categories] of Object.entries(getVocabulary(advisor).categories)) {
    const label = categories[String(profile[field as ClientField])]
    if (label) labels[field] = label
  }
  return labels
}
