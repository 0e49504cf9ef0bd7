import type { ClientProfile } from '#core/contracts/client-profile.ts'
import type { ParameterChanges } from '../../client-page/compose-client-search.ts'
import type { ToolCall } from './compose-turn.ts'
import type { PanelId } from './panel-place.ts'
import { toPanelPlace } from './to-panel-place.ts'

export interface TurnMove {
  /** The panel that the last answer is to be seen in. */
  panel: PanelId
  /** All that the turn's calls change in the page's address. */
  changes: ParameterChanges
}

/** How a turn moves the panels of the open client; null where it does not. */
export function findTurnMove(calls: readonly ToolCall[], profile: ClientProfile): TurnMove | null {
  const moves = calls.flatMap((call): TurnMove[] => {
    const place = call.result?.status === 'answered' ? toPanelPlace(call, profile) : null
    return place?.kind === 'panel' && place.changes ? [{ panel: place.panel, changes: place.changes }] : []
  })
  const last = moves.at(-1)
  return last
    ? { panel: last.panel, changes: Object.assign({}, ...moves.map(({ changes }) => changes)) }
    : null
}
