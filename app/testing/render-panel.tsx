import type { ReactNode } from 'react'
import type { RouteObject } from 'react-router-dom'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server'
import type { Language } from '#core/contracts/language.ts'
import { renderPagePart } from './render-page-part.tsx'

/** Renders a panel that holds links and forms, at an address. */
export async function renderPanel(
  language: Language,
  panel: ReactNode,
  address = '/clients/104218',
): Promise<string> {
  const handler = createStaticHandler([{ path: '*', element: panel }])
  const context = await handler.query(new Request(`http://localhost${address}`))
  if (context instanceof Response) throw new Error('The panel answered with a redirect.')
  const router = createStaticRouter(handler.dataRoutes as RouteObject[], context)
  return renderPagePart(language, <StaticRouterProvider router={router} context={context} hydrate={false} />)
}
