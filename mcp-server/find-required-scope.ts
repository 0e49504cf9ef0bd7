import type { Scope } from '#core/contracts/caller.ts'
import { allTools } from './all-tools.ts'
import { findResource } from './find-resource.ts'
import type { IncomingMessage } from './shared-http-transport.ts'

/** What a caller must be allowed to do to have a request answered; undefined where everyone may. */
export function findRequiredScope({ method, params }: IncomingMessage): Scope | undefined {
  if (method === 'tools/call') return allTools.find(({ name }) => name === params?.name)?.scope
  // Any other uri is refused by the SDK; what JSON makes of one need not even become a string.
  const isRead = method === 'resources/read' && typeof params?.uri === 'string'
  return isRead ? findResource(params.uri as string)?.scope : undefined
}
