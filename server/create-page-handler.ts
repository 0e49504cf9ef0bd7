import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { createRequestHandler, type GetLoadContextFunction } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler, Response } from 'express'
import type { ConversationDesk } from '#app/conversation.server.ts'
import type { AdvisorSource } from '#core/advisor/lend-advisor.ts'
import { lendToCaller } from '#core/advisor/lend-to-caller.ts'
import type { AdvisorContext } from '#core/advisor/open-advisor.ts'
import type { Audit } from '#core/advisor/open-audit.ts'
import type { AccountDesk, Person } from '#core/contracts/accounts.ts'
import type { AuditDesk } from '#core/contracts/audit.ts'
import type { Caller } from '#core/contracts/caller.ts'
import type { AuditReader } from '#db/audit/open-audit-reader.ts'
import type { Conversations } from '#db/conversations/open-conversations.ts'
import { toCaller } from './access/create-caller-reader.ts'
import { strangersAudit } from './access/strangers-audit.ts'
import { createAuditDesk } from './audit/create-audit-desk.ts'
import { connectTools } from './conversation/connect-tools.ts'
import { createConversationHistory } from './conversation/create-conversation-history.ts'

/** Longer than any loader takes. */
const abandonedMs = 10_000

export interface PageHandlerOptions {
  advisors: AdvisorSource
  audit: Audit
  auditLog: AuditReader
  desk: AccountDesk
  conversations: Conversations
  onUnexpected: (error: unknown) => void
  build: ServerBuild | (() => Promise<ServerBuild>)
}

/**
 * Answers with the Remix application: all loaders, actions and the streamed page of a request use one advisor, lent to
 * the person whom the guard found (`response.locals.person`).
 */
export function createPageHandler(options: PageHandlerOptions): RequestHandler {
  const { advisors, audit, desk, build } = options
  const lent = new WeakMap<object, AdvisorContext>()
  const getLoadContext: GetLoadContextFunction = (request, response) => ({
    advisor: lent.get(response) as AdvisorContext,
    access: desk,
    person: personOf(response),
    auditDesk: openAuditDesk(options, personOf(response)),
    conversation: createConversationDesk(options, lent.get(response), response),
    clientAddress: request.ip ?? '',
  })
  const handle = createRequestHandler({ build, getLoadContext })
  return (request, response, next) => {
    const person = personOf(response)
    const lentTo = person
      ? lendToCaller(advisors, { caller: toCaller(person), door: 'page', audit })
      : lendToCaller(advisors, { caller: stranger, door: 'page', audit: strangersAudit })
    const answered = lentTo.use(async (advisor) => {
      lent.set(response, advisor)
      await handle(request, response, next)
      await waitForAbandoned(response)
    })
    answered.catch(next)
  }
}

/** The log is read with the rights of who asks, and what is shown of it is itself kept. */
function openAuditDesk({ audit, auditLog }: PageHandlerOptions, person: Person | null): AuditDesk | null {
  if (!person) return null
  const { actor, scopes } = toCaller(person)
  return createAuditDesk({ log: auditLog, scopes, recorder: audit.recorderFor(actor, 'page') })
}

/** Tools of a turn work with the advisor that the request was lent: all of its numbers are of one model and one store. */
function createConversationDesk(
  { audit, conversations, onUnexpected }: PageHandlerOptions,
  advisor: AdvisorContext | undefined,
  response: Response,
): ConversationDesk | null {
  const person = personOf(response)
  if (!person || !advisor) return null
  const caller = toCaller(person)
  const advisors: AdvisorSource = { use: (request) => request(advisor) }
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  return {
    gone: gone.signal,
    history: createConversationHistory(conversations, caller.actor),
    connectTools: () => connectTools({ advisors, audit, caller, onUnexpected }),
  }
}

const stranger: Caller = { actor: 'stranger', scopes: new Set(), isDemo: false }

function personOf({ locals }: Response): Person | null {
  return locals.person ?? null
}

/** Remix does not wait for the loaders of a caller who went away. */
async function waitForAbandoned(response: ServerResponse): Promise<void> {
  if (response.destroyed && !response.writableFinished) await pause(abandonedMs, undefined, { ref: false })
}
