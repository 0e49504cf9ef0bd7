import type { ClientProfile } from '#core/contracts/client-profile.ts'
import type { ClientChanges } from '#core/contracts/simulate-client.ts'
import { reasonCounts } from '../../client-page/client-page-query.ts'
import { composeWhatIfParameters } from '../../what-if/compose-what-if-parameters.ts'
import { fromClientChanges } from '../../what-if/from-client-changes.ts'
import { readPresentRequest } from '../../what-if/what-if-request.ts'
import type { ToolCall } from './compose-turn.ts'
import type { PanelId, PanelPlace } from './panel-place.ts'
import { toCohortParameters } from './to-cohort-parameters.ts'

type Call = Pick<ToolCall, 'tool' | 'input'>

/**
 * The panel that shows what a call answered, in the state of that call; null where none does.
 *
 * @param path JSON pointer to one value of the answer, which may stand in another panel than the rest.
 */
export function toPanelPlace(call: Call, profile: ClientProfile, path = ''): PanelPlace | null {
  const { tool, input } = call
  const page = findPage(call)
  if (page) return { kind: 'page', href: page }
  const clientId = readClientId(call)
  const panel = findPanel(tool, path)
  if (!panel || clientId === null) return null
  if (clientId !== profile.clientId) return { kind: 'page', href: `/clients/${clientId}#${panel}` }
  if (tool === 'compareCohort') return { kind: 'panel', panel, changes: toCohortParameters(input) }
  if (tool === 'simulateClient') return { kind: 'panel', panel, changes: toWhatIfParameters(input, profile) }
  if (tool === 'explainClient' && panel === 'reasons') {
    const asked = typeof input.maxReasons === 'number' ? input.maxReasons : 0
    const shown = reasonCounts.find((count) => count >= asked) ?? reasonCounts.at(-1)
    return { kind: 'panel', panel, changes: asked > reasonCounts[0] ? { reasons: shown ?? null } : {} }
  }
  return { kind: 'panel', panel, changes: {} }
}

function findPage({ tool, input }: Call): string | null {
  if (tool === 'driftReport') return input.onlyDrifted === true ? '/drift?drifted=1' : '/drift'
  if (tool === 'searchClients') {
    // Half of a surrogate pair has no place in an address.
    const query = typeof input.query === 'string' ? input.query.toWellFormed() : ''
    return query ? `/clients/find?q=${encodeURIComponent(query)}` : '/clients'
  }
  return typeof input.uri === 'string' && input.uri.startsWith('model://') ? '/model' : null
}

function findPanel(tool: string, path: string): PanelId | null {
  switch (tool) {
    case 'scoreClient':
      return 'decision'
    case 'explainClient':
      if (path.startsWith('/themes')) return 'themes'
      return /^\/(?:probability|decisionThreshold|riskClass|advice)/.test(path) ? 'decision' : 'reasons'
    case 'compareCohort':
      return 'comparison'
    case 'simulateClient':
      return path.startsWith('/before') ? 'decision' : 'what-if'
    case 'suggestChanges':
      return 'suggestions'
    case 'readResource':
      return 'profile'
    default:
      return null
  }
}

function readClientId({ tool, input }: Call): number | null {
  const uri = typeof input.uri === 'string' ? input.uri : ''
  const named = tool === 'readResource' ? /^client:\/\/(\d+)\//.exec(uri)?.[1] : input.clientId
  const clientId = typeof named === 'string' || typeof named === 'number' ? Number(named) : Number.NaN
  return Number.isSafeInteger(clientId) ? clientId : null
}

/** The sliders keep the term when the amount changes, the tool keeps the annuity: the address says which. */
function toWhatIfParameters({ changes }: Record<string, unknown>, profile: ClientProfile) {
  // A refused call may hold anything: only what a slider could take is read.
  const asked = Object.fromEntries(
    Object.entries(changes ?? {}).filter(([, to]) => typeof to === 'number' || typeof to === 'string'),
  ) as ClientChanges
  const present = readPresentRequest(profile)
  const keepsAnnuity = asked.creditAmount !== undefined && asked.termMonths === undefined
  const complete: ClientChanges =
    keepsAnnuity && asked.annuityAmount === undefined && profile.annuityAmount !== null
      ? { ...asked, annuityAmount: profile.annuityAmount }
      : asked
  return composeWhatIfParameters(fromClientChanges(complete, present), present)
}
