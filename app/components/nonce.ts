import { createContext, useContext } from 'react'

/** The page's nonce for scripts: known on the server, hidden from the browser's scripts by design. */
export const NonceContext = createContext<string | undefined>(undefined)

export function useNonce(): string | undefined {
  return useContext(NonceContext)
}
