import { useLocation } from '@remix-run/react'

/** The open page's own address, to come back to after a preferences form. */
export function useReturnPath(): string {
  const { pathname, search } = useLocation()
  return pathname + search
}
