import { App, applyDocumentTheme } from '@modelcontextprotocol/ext-apps'
import { useEffect, useState } from 'react'
import type { Language } from '#core/contracts/language.ts'
import { fallbackLanguage } from '../fallback-language.ts'

/** A tool's answer as the host passes it on. */
export interface ToolResult {
  isError?: boolean | undefined
  structuredContent?: Record<string, unknown> | undefined
  content?: { type: string; text?: string | undefined }[] | undefined
  _meta?: Record<string, unknown> | undefined
}

export interface HostState {
  /** The tool's answer; null while the tool runs. */
  result: ToolResult | null
  isCancelled: boolean
  /** The host's own language, for what is said before an answer is there. */
  language: Language
  timeZone: string
}

const before: HostState = {
  result: null,
  isCancelled: false,
  language: fallbackLanguage,
  timeZone: 'Europe/Paris',
}

/** Speaks with the host of the panel (MCP Apps): its theme and language, and the answer of the panel's tool. */
export function useHost(): HostState {
  const [state, setState] = useState(before)
  useEffect(() => {
    const app = new App({ name: 'credit-advisor', version: '1' }, {}, { autoResize: true })
    const change = (changes: Partial<HostState>) => setState((former) => ({ ...former, ...changes }))
    const followContext = () => {
      const { theme, locale, timeZone } = app.getHostContext() ?? {}
      if (theme) applyDocumentTheme(theme)
      change({
        ...(locale && { language: locale.startsWith('en') ? 'en' : 'fr' }),
        ...(timeZone && { timeZone }),
      })
    }
    app.addEventListener('toolresult', (result) => change({ result: result as ToolResult }))
    app.addEventListener('toolcancelled', () => change({ isCancelled: true }))
    app.addEventListener('hostcontextchanged', followContext)
    app.connect().then(followContext, console.error)
    return () => void app.close()
  }, [])
  return state
}
