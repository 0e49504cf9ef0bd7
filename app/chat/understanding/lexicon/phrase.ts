import type { ClientFilters } from '#core/contracts/client-filters.ts'
import type { ClientField } from '#core/contracts/client-profile.ts'
import type { Term } from '../reading.ts'
import type { Cue } from '../words/cue-words.ts'
import type { Field } from '../words/field-words.ts'

/** What a phrase stands for. */
export type Concept =
  | { kind: 'cue'; cue: Cue }
  | { kind: 'field'; field: Field }
  | { kind: 'feature'; feature: string }
  /** One or several of the data's values. `needsSector`: said of an employer only beside a word like "secteur". */
  | { kind: 'category'; field: ClientField; values: string[]; needsSector: boolean }
  | { kind: 'group'; filters: ClientFilters }
  | { kind: 'theme'; theme: string }
  | { kind: 'term'; term: Term }

/** Words in order, each with its alternatives, and what they stand for. */
export interface Phrase {
  words: string[][]
  concept: Concept
}
