import type { Server } from '@modelcontextprotocol/server'
import type { AdvisorSource } from '#core/advisor/lend-advisor.ts'
import { createServerFactory, type ServerFactoryOptions } from './create-server-factory.ts'

export type CreateServerOptions = ServerFactoryOptions

/** One server of all operations, for one connection. */
export function createServer(advisors: AdvisorSource, options: CreateServerOptions): Server {
  return createServerFactory(advisors, options)()
}
