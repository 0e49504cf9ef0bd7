import type { ReactNode } from 'react'
import type { Language } from '#core/contracts/language.ts'

/** One panel in one state. */
export interface GalleryState {
  name: string
  /** The page that the panel stands on; the client's unless given. */
  page?: 'model' | 'drift' | 'accounts' | 'conversation'
  /** The page's address in this state, where the panel reads it. */
  address?: string
  render(language: Language): ReactNode
}
