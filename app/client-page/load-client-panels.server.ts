import type { AppLoadContext } from '@remix-run/node'
import type { Language } from '#core/contracts/language.ts'
import {
  compareCohort,
  explainClient,
  getCategoryLabels,
  simulateClient,
  suggestChanges,
  viewClient,
} from '../advisor.server.ts'
import { describeTurnModel } from '../chat/pipeline/ask-question.server.ts'
import { viewConversation } from '../chat/pipeline/view-conversation.server.ts'
import { requireConversation } from '../conversation.server.ts'
import { profileCategoryFields } from '../panels/profile-groups.ts'
import { parseWhatIf } from '../what-if/parse-what-if.ts'
import { toClientChanges } from '../what-if/to-client-changes.ts'
import { readPresentRequest } from '../what-if/what-if-request.ts'
import { chooseComparedFeatures } from './choose-compared-features.ts'
import { reasonCounts } from './client-page-query.ts'
import { parseClientPageQuery } from './parse-client-page-query.ts'
import { toCohort } from './to-cohort.ts'

interface ClientPageRequest {
  clientId: number
  parameters: URLSearchParams
  language: Language
}

/** All that the client's page shows in the state of its address. Only an unknown client is an error of the whole page. */
export async function loadClientPanels(context: AppLoadContext, request: ClientPageRequest) {
  const { clientId, parameters, language } = request
  const labels = await getCategoryLabels(context, language, profileCategoryFields)
  const { query, problems } = parseClientPageQuery(parameters, labels)
  const explaining = explainClient(context, { clientId, language, maxReasons: Math.max(...reasonCounts) })
  const comparing = explaining.then(({ answer }) => {
    const features =
      query.features.length > 0 ? query.features : chooseComparedFeatures(answer?.reasons ?? [])
    const cohort = toCohort(query)
    return compareCohort(context, { clientId, language, cohort, ...(features.length > 0 && { features }) })
  })
  const [view, explanation, comparison, suggestions] = await Promise.all([
    viewClient(context, { clientId, language }),
    explaining,
    comparing,
    suggestChanges(context, { clientId, language }),
  ])
  const changes = toClientChanges(parseWhatIf(parameters, readPresentRequest(view.profile)), view.profile)
  const simulation = changes ? await simulateClient(context, { clientId, language, changes }) : null
  const { history } = requireConversation(context)
  const conversation = viewConversation({ history, clientId, model: describeTurnModel() })
  return { view, labels, query, problems, explanation, comparison, suggestions, simulation, conversation }
}
