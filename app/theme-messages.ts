import type { MessageKey } from './messages/fr.ts'
import type { Theme } from './theme.ts'

/** The appearances in the order in which they are offered. */
export const themeMessages: { theme: Theme; name: MessageKey }[] = [
  { theme: 'system', name: 'theme.system' },
  { theme: 'light', name: 'theme.light' },
  { theme: 'dark', name: 'theme.dark' },
]
