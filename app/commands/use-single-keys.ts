import { useEffect, useState } from 'react'

const storageKey = 'singleKeys'

/** Whether shortcuts of one character are on, as this browser keeps it: unless switched off, once that is known. */
export function useSingleKeys(): [isOn: boolean, setOn: (isOn: boolean) => void] {
  const [isOn, setOn] = useState(false)
  useEffect(() => setOn(readStored() !== 'off'), [])
  return [
    isOn,
    (next) => {
      setOn(next)
      try {
        window.localStorage.setItem(storageKey, next ? 'on' : 'off')
      } catch {
        // A browser that keeps nothing still switches for this page.
      }
    },
  ]
}

function readStored(): string | null {
  try {
    return window.localStorage.getItem(storageKey)
  } catch {
    return null
  }
}
