import { readClientProfile } from '#core/advisor/read-client-profile.ts'
import { completeClientId } from '../complete-client-id.ts'
import type { ResourceTemplate } from '../resource-definition.ts'
import { createUnknownResourceError } from '../unknown-resource-error.ts'

export const clientProfileResource: ResourceTemplate = {
  uriTemplate: 'client://{id}/profile',
  variable: 'id',
  name: 'clientProfile',
  title: 'A client’s application',
  description:
    'What the application of a client says: age, employment, income, credit, family, housing and external scores, with the words for its categories. The score is scoreClient’s.',
  mimeType: 'application/json',
  scope: 'clients:read',
  read: async (advisor, id) => {
    if (!/^\d{1,16}$/.test(id)) throw createUnknownResourceError(`client://${id}/profile`)
    return readClientProfile(advisor, { clientId: Number(id) })
  },
  complete: completeClientId,
}
