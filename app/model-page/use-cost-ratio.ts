import { useLocation, useNavigate } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { composeClientSearch } from '../client-page/compose-client-search.ts'
import { ratioParameter, readRatio } from './cost-ratio.ts'

const settleMs = 250

export interface CostRatio {
  /** The ratio that the slider shows. */
  ratio: number
  /** What the address asks for and can't be used. */
  rejected: string | null
  change(ratio: number): void
}

/**
 * The cost ratio that the page shows. The address leads: a link sets the slider. A moved slider shows its ratio at
 * once and writes it into the address when it rests.
 */
export function useCostRatio(served: number): CostRatio {
  const { search } = useLocation()
  const navigate = useNavigate()
  const latestSearch = useRef(search)
  latestSearch.current = search
  const linked = readRatio(new URLSearchParams(search), served)
  const [ratio, setRatio] = useState(linked.ratio)
  const written = useRef(linked.ratio)

  useEffect(() => {
    if (linked.ratio === written.current) return
    written.current = linked.ratio
    setRatio(linked.ratio)
  }, [linked.ratio])

  useEffect(() => {
    if (ratio === written.current) return
    const timer = setTimeout(() => {
      written.current = ratio
      const changes = { [ratioParameter]: ratio === served ? null : ratio }
      navigate(
        { search: composeClientSearch(latestSearch.current, changes) },
        { replace: true, preventScrollReset: true },
      )
    }, settleMs)
    return () => clearTimeout(timer)
  }, [ratio, served, navigate])

  return { ratio, rejected: linked.rejected, change: setRatio }
}
