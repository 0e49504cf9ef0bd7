import type { ReactNode } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import type { Language } from '#core/contracts/language.ts'
import { renderPagePart } from './render-page-part.tsx'

/** Renders a panel that holds links and forms, at an address. */
export function renderPanel(language: Language, panel: ReactNode, address = '/clients/104218'): string {
  const router = createMemoryRouter([{ path: '*', element: panel }], { initialEntries: [address] })
  return renderPagePart(language, <RouterProvider router={router} />)
}
