import type { Mention } from '../lexicon/find-mentions.ts'
import type { Token } from '../text/token.ts'
import type { Cue } from '../words/cue-words.ts'

/** A part of a question that asks for one thing. */
export interface Clause {
  tokens: readonly Token[]
  mentions: readonly Mention[]
  quantities: readonly Quantity[]
  /** Clients named by their numbers. */
  clientIds: readonly number[]
  /** The first digits of client numbers, where a number is given as such. */
  digits: string | null
  /** Words that are neither ours nor everyday ones. */
  unknownWords: number
  /** Words that belong to nothing that was found and are none that a follow-up is put in. */
  strayWords: number
}

/** A number with what is said of it: "plus de 30 ans", "entre 40 et 50", "20 % de moins". */
export interface Quantity {
  /** Tokens that it takes up, the last left out. */
  from: number
  to: number
  relation: 'exactly' | 'atLeast' | 'atMost' | 'between'
  value: number
  /** The upper end where the relation is `between`. */
  upTo: number
  /** "de plus", "de moins"; null where the number stands for itself. */
  shift: 'more' | 'less' | null
  /** `value` is a part of the whole: 0.2 for "20 %". */
  isShare: boolean
  unit: 'years' | 'months' | 'instalments' | 'money' | 'times' | null
  isPerMonth: boolean
  isPerYear: boolean
  isDecade: boolean
}

/** Where a cue stands in a clause. */
export function listCues(clause: Pick<Clause, 'mentions'>, cue: Cue): Mention[] {
  return clause.mentions.filter(({ concept }) => concept.kind === 'cue' && concept.cue === cue)
}

export function hasCue(clause: Pick<Clause, 'mentions'>, ...cues: Cue[]): boolean {
  return clause.mentions.some(({ concept }) => concept.kind === 'cue' && cues.includes(concept.cue))
}
