import type { SearchSuggestions } from '../search-suggestions.ts'
import type { Command } from './command.ts'

/** A line of the palette: a client whose number begins as typed, or a command. */
export type PaletteEntry =
  | { id: string; group: 'found'; client: SearchSuggestions['clients'][number] }
  | Command
