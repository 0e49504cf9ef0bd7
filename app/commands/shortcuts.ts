import type { MessageKey } from '../messages/fr.ts'

export interface Shortcut {
  /** Pressed one after another; joined by a space they are the sequence. */
  keys: readonly string[]
  message: MessageKey
}

/** Keys of one character each: never read while a person types, and a person can switch them off (WCAG 2.1.4). */
export const shortcuts = {
  search: { keys: ['/'], message: 'keys.search' },
  portfolio: { keys: ['g', 'p'], message: 'command.go.portfolio' },
  model: { keys: ['g', 'm'], message: 'command.go.model' },
  drift: { keys: ['g', 'd'], message: 'command.go.drift' },
  account: { keys: ['g', 'a'], message: 'command.go.account' },
  nextRow: { keys: ['j'], message: 'keys.nextRow' },
  previousRow: { keys: ['k'], message: 'keys.previousRow' },
  simulate: { keys: ['s'], message: 'command.simulate' },
  ask: { keys: ['c'], message: 'command.ask' },
  print: { keys: ['p'], message: 'command.print' },
  help: { keys: ['?'], message: 'command.help' },
} as const satisfies Record<string, Shortcut>

export type ShortcutName = keyof typeof shortcuts
