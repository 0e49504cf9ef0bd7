import { useMatches } from '@remix-run/react'
import type { loadClientPanels } from '../../client-page/load-client-panels.server.ts'

export type ClientPage = Awaited<ReturnType<typeof loadClientPanels>>

/** What the open client's page was loaded with; null on every other page. */
export function useClientPage(): ClientPage | null {
  const match = useMatches().find(({ id, data }) => id === 'routes/clients.$clientId' && data !== undefined)
  return (match?.data as ClientPage | undefined) ?? null
}
