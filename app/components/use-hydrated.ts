import { useEffect, useState } from 'react'

/** Whether scripts run: what works with them alone is shown only then. */
export function useHydrated(): boolean {
  const [hydrated, setHydrated] = useState(false)
  useEffect(() => setHydrated(true), [])
  return hydrated
}
