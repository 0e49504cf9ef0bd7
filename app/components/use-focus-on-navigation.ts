import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/** After a new page, the focus moves to its content, as a browser's own navigation would do. */
export function useFocusOnNavigation(contentId: string) {
  const { pathname } = useLocation()
  const lastPathname = useRef(pathname)
  useEffect(() => {
    if (lastPathname.current === pathname) return
    lastPathname.current = pathname
    document.getElementById(contentId)?.focus({ preventScroll: true })
  }, [pathname, contentId])
}
