import { type RefObject, useEffect, useRef, useState } from 'react'

const nearPixels = 48

export interface ScrollToEnd {
  isAtEnd: boolean
  scrollToEnd(): void
}

/** Keeps a log at its end as it grows, unless its reader has scrolled up. What is added above leaves the reader in place. */
export function useScrollToEnd(
  log: RefObject<HTMLElement>,
  { first, growth }: { first: string | undefined; growth: unknown },
): ScrollToEnd {
  const [isAtEnd, setAtEnd] = useState(true)
  const stays = useRef(true)
  const before = useRef({ first, height: 0 })

  useEffect(() => {
    const element = log.current
    if (!element) return
    const onScroll = () => {
      const { scrollHeight, scrollTop, clientHeight } = element
      stays.current = scrollHeight - scrollTop - clientHeight < nearPixels
      setAtEnd(stays.current)
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [log])

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is added may have made the log longer
  useEffect(() => {
    const element = log.current
    if (!element) return
    const { first: formerFirst, height } = before.current
    if (stays.current) element.scrollTop = element.scrollHeight
    else if (formerFirst !== first) element.scrollTop += element.scrollHeight - height
    before.current = { first, height: element.scrollHeight }
  }, [first, growth])

  return {
    isAtEnd,
    scrollToEnd() {
      stays.current = true
      if (log.current) log.current.scrollTop = log.current.scrollHeight
    },
  }
}
