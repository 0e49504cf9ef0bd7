import type { ParameterChanges } from '../../client-page/compose-client-search.ts'

/** Panels of the client's page, in its order. */
export const panelIds = [
  'decision',
  'themes',
  'reasons',
  'suggestions',
  'what-if',
  'comparison',
  'profile',
] as const
export type PanelId = (typeof panelIds)[number]

/** Where the answer of a call is to be seen. */
export type PanelPlace =
  /** A panel of the open client's page; `changes` of its address bring it to the state of the call, null where none does. */
  | { kind: 'panel'; panel: PanelId; changes: ParameterChanges | null }
  /** Another page. */
  | { kind: 'page'; href: string }
