import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { simulateClient, viewClient } from '../advisor.server.ts'
import { parseClientId } from '../client-page/parse-client-id.ts'
import { badClientId } from '../panels/read-page-problem.ts'
import { readPreferences } from '../preferences.server.ts'
import { parseWhatIf } from '../what-if/parse-what-if.ts'
import { toClientChanges } from '../what-if/to-client-changes.ts'
import { readPresentRequest } from '../what-if/what-if-request.ts'

/** `GET /clients/100001/simulation?creditAmount=…`: the score of another application as JSON, for the sliders. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const clientId = parseClientId(params.clientId)
  if (clientId === null) throw data({ code: badClientId }, { status: 404 })
  const { language } = await readPreferences(request)
  const { profile } = await viewClient(context, { clientId, language })
  const asked = parseWhatIf(new URL(request.url).searchParams, readPresentRequest(profile))
  const changes = toClientChanges(asked, profile)
  const simulation = changes ? await simulateClient(context, { clientId, language, changes }) : null
  return Response.json(simulation, {
    headers: { 'Cache-Control': 'private, no-cache' },
  })
}
