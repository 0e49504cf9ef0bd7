import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { readForm } from '../access.server.ts'
import { longestQuestion } from '../chat/longest-question.ts'
import { askQuestion, describeTurnModel } from '../chat/pipeline/ask-question.server.ts'
import { viewConversation } from '../chat/pipeline/view-conversation.server.ts'
import { parseClientId } from '../client-page/parse-client-id.ts'
import { requireConversation } from '../conversation.server.ts'
import { badClientId } from '../panels/read-page-problem.ts'
import { readPreferences } from '../preferences.server.ts'

/** Turns that a search gives at most. */
const mostFound = 30
const privately = { 'Cache-Control': 'private, no-cache' }

/**
 * `GET /clients/100001/conversation`: the history of the client as JSON; `?before=turnId` what came before a turn;
 * `?query=words` the turns about any client that hold the words.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const clientId = requireClientId(params.clientId)
  const { history } = requireConversation(context)
  const parameters = new URL(request.url).searchParams
  const query = parameters.get('query')
  if (query !== null) {
    const found = history.search({ query: query.slice(0, longestQuestion), limit: mostFound })
    return Response.json({ found }, { headers: privately })
  }
  const model = describeTurnModel()
  const before = parameters.get('before') ?? undefined
  return Response.json(
    viewConversation({ history, clientId, model, ...(before !== undefined && { before }) }),
    {
      headers: privately,
    },
  )
}

/** `POST /clients/100001/conversation`: asks a question, or deletes what was asked; 404 for a turn that is not there. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const clientId = requireClientId(params.clientId)
  const { history } = requireConversation(context)
  const field = await readForm(request)
  const page = readPage(field('page'))
  const backTo = `/clients/${clientId}${page}#conversation`
  const intent = field('intent')
  if (intent === 'deleteAll' || intent === 'deleteTurn') {
    const isOne = intent === 'deleteTurn'
    const deleted = history.delete({ clientId, ...(isOne && { turnId: field('turnId') }) })
    if (request.headers.get('Accept') !== 'application/json') return redirect(backTo, 303)
    return new Response(null, { status: isOne && deleted === 0 ? 404 : 204 })
  }
  const question = field('question').trim()
  if (question.length > longestQuestion) throw data(null, { status: 413 })
  if (question === '') return redirect(backTo, 303)
  const { language } = await readPreferences(request)
  const events = await askQuestion(context, { clientId, language, question, page })
  if (field('stream') !== '1') {
    // Without scripts the page that follows shows the whole turn.
    await events.pipeTo(new WritableStream())
    return redirect(backTo, 303)
  }
  return new Response(events, { headers: { ...privately, 'Content-Type': 'application/x-ndjson' } })
}

function requireClientId(text: string | undefined): number {
  const clientId = parseClientId(text)
  if (clientId === null) throw data({ code: badClientId }, { status: 404 })
  return clientId
}

/** The search part of the page's address, and nothing else. */
function readPage(text: string): string {
  const parameters = new URLSearchParams(text.slice(0, 2_000))
  return parameters.size > 0 ? `?${parameters}` : ''
}
