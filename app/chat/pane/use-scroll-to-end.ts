import { type RefObject, useEffect, useRef, useState } from 'react'

const nearPixels = 48
/** Less than that is no distance to offer a way back over. */
const farPixels = 240

export interface ScrollToEnd {
  /** Whether the end is in sight, or nearly. */
  isAtEnd: boolean
  scrollToEnd(): void
}

interface LogGrowth {
  /** Key of the first turn. */
  first: string | undefined
  /** Key of the last turn: a new one brings the end into view wherever the reader was. */
  last: string | undefined
  /** Changes whenever something is added. */
  growth: unknown
}

/** Keeps a log at its end as it grows, unless its reader has scrolled up. What is added above leaves the reader in place. */
export function useScrollToEnd(log: RefObject<HTMLElement>, { first, last, growth }: LogGrowth): ScrollToEnd {
  const [isAtEnd, setAtEnd] = useState(true)
  const stays = useRef(true)
  const before = useRef({ first, last, height: 0, top: 0 })

  useEffect(() => {
    const element = log.current
    if (!element) return
    const onScroll = () => {
      const { scrollHeight, scrollTop, clientHeight } = element
      const distance = scrollHeight - scrollTop - clientHeight
      const isNear = distance < nearPixels
      // Its own growth leaves a log short of its end for a moment; only a reader goes up.
      if (isNear || scrollTop < before.current.top) stays.current = isNear
      before.current.top = scrollTop
      setAtEnd(distance < farPixels)
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [log])

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is added may have made the log longer
  useEffect(() => {
    const element = log.current
    if (!element) return
    const former = before.current
    if (former.last !== last) stays.current = true
    if (stays.current) element.scrollTop = element.scrollHeight
    else if (former.first !== first) element.scrollTop += element.scrollHeight - former.height
    before.current = { first, last, height: element.scrollHeight, top: element.scrollTop }
  }, [first, last, growth])

  return {
    isAtEnd,
    scrollToEnd() {
      stays.current = true
      if (log.current) log.current.scrollTop = log.current.scrollHeight
    },
  }
}
