import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import type { AdvisorSource } from '#core/advisor/lend-advisor.ts'
import type { AdvisorContext } from '#core/advisor/open-advisor.ts'

/** Longer than any loader takes. */
const abandonedMs = 10_000

/** Answers with the Remix application: all loaders, actions and the streamed page of a request use one advisor. */
export function createPageHandler(
  advisors: AdvisorSource,
  build: ServerBuild | (() => Promise<ServerBuild>),
): RequestHandler {
  const lent = new WeakMap<object, AdvisorContext>()
  const getLoadContext = (_request: unknown, response: object) => ({
    advisor: lent.get(response) as AdvisorContext,
  })
  const handle = createRequestHandler({ build, getLoadContext })
  return (request, response, next) => {
    const answered = advisors.use(async (advisor) => {
      lent.set(response, advisor)
      await handle(request, response, next)
      await waitForAbandoned(response)
    })
    answered.catch(next)
  }
}

/** Remix does not wait for the loaders of a caller who went away. */
async function waitForAbandoned(response: ServerResponse): Promise<void> {
  if (response.destroyed && !response.writableFinished) await pause(abandonedMs, undefined, { ref: false })
}
