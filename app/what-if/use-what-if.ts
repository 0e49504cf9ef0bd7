import { useLocation, useNavigate } from '@remix-run/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ClientProfile } from '#core/contracts/client-profile.ts'
import type { SimulateClientAnswer } from '#core/contracts/simulate-client.ts'
import { composeClientSearch } from '../client-page/compose-client-search.ts'
import type { PanelAnswer } from '../panel-answer.ts'
import { composeWhatIfParameters } from './compose-what-if-parameters.ts'
import { parseWhatIf } from './parse-what-if.ts'
import { readPresentRequest, type WhatIfRequest } from './what-if-request.ts'

export type Simulation = PanelAnswer<SimulateClientAnswer> | null

const settleMs = 90

export interface WhatIfState {
  /** The application as it is. */
  present: WhatIfRequest
  /** What the sliders show. */
  request: WhatIfRequest
  change(changes: Partial<WhatIfRequest>): void
  /** The latest score; null when nothing is changed. */
  simulation: Simulation
  /** Whether a score of what the sliders show is on its way. */
  isPending: boolean
}

/**
 * The what-if's state. The address leads: a link sets the sliders. A moved slider asks for its score when it rests a
 * moment, calling the older question off, and then writes itself into the address.
 */
export function useWhatIf(profile: ClientProfile, loaded: Simulation): WhatIfState {
  const { search } = useLocation()
  const navigate = useNavigate()
  const latestSearch = useRef(search)
  latestSearch.current = search
  const present = useMemo(() => readPresentRequest(profile), [profile])
  const linked = useMemo(() => parseWhatIf(new URLSearchParams(search), present), [search, present])
  const [request, setRequest] = useState(linked)
  const [scored, setScored] = useState({ key: keyOf(linked), simulation: loaded })
  const written = useRef(keyOf(linked))
  const key = keyOf(request)

  const linkedKey = keyOf(linked)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another address may move the sliders
  useEffect(() => {
    if (linkedKey === written.current) return
    written.current = linkedKey
    setRequest(linked)
  }, [linkedKey])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the page loaded belongs to its address
  useEffect(() => {
    setScored({ key: linkedKey, simulation: loaded })
  }, [loaded])

  // biome-ignore lint/correctness/useExhaustiveDependencies: one question for each state of the sliders
  useEffect(() => {
    if (scored.key === key) return
    const composeSearch = (current: string) =>
      composeClientSearch(current, composeWhatIfParameters(request, present))
    const settle = (simulation: Simulation) => {
      setScored({ key, simulation })
      if (written.current === key) return
      written.current = key
      // Another panel may have changed its part of the address meanwhile.
      navigate({ search: composeSearch(latestSearch.current) }, { replace: true, preventScrollReset: true })
    }
    if (key === keyOf(present)) return settle(null)
    return askWhenSettled(`/clients/${profile.clientId}/simulation${composeSearch('')}`, settle)
  }, [key])

  return {
    present,
    request,
    change: (changes) => setRequest((shown) => ({ ...shown, ...changes })),
    simulation: scored.simulation,
    isPending: scored.key !== key,
  }
}

function keyOf(request: WhatIfRequest): string {
  return JSON.stringify(request)
}

/** Asks for a score after a moment of rest. Returns what calls the question off, asked already or not. */
function askWhenSettled(address: string, settle: (simulation: Simulation) => void): () => void {
  const controller = new AbortController()
  const timer = setTimeout(() => {
    fetchSimulation(address, controller.signal)
      .catch((): Simulation => ({ answer: null, problem: 'UNEXPECTED' }))
      .then((simulation) => {
        if (!controller.signal.aborted) settle(simulation)
      })
  }, settleMs)
  return () => {
    clearTimeout(timer)
    controller.abort()
  }
}

async function fetchSimulation(address: string, signal: AbortSignal): Promise<Simulation> {
  const response = await fetch(address, { signal })
  // The session has ended: the page itself leads to the door.
  if (response.status === 401) window.location.reload()
  if (!response.ok) throw new Error(`The simulation answered ${response.status}.`)
  return response.json()
}
