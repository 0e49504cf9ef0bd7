/** A piece of a question. */
export type Token = WordToken | NumberToken | MarkToken

export interface WordToken {
  kind: 'word'
  /** Normalised; an elided or contracted word is written out ("du" is two tokens, "de" and "le"). */
  text: string
}

export interface NumberToken {
  kind: 'number'
  /** As written, normalised. */
  text: string
  value: number
  /** A percentage or a fraction: `value` is 0.2 for "20 %" and for "un cinquième". */
  isShare: boolean
  /** Written as money or in thousands: "300 000 €", "300k". */
  isAmount: boolean
  /** "the 60s", "les années 60": ten of them. */
  isDecade: boolean
  /** Its digits alone where it is written so, as a client's number is; else null. */
  digits: string | null
}

export interface MarkToken {
  kind: 'mark'
  text: string
}
