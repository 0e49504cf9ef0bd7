import type { ClientField } from '#core/contracts/client-profile.ts'
import type { Language } from '#core/contracts/language.ts'
import type { Vocabulary } from '#core/contracts/vocabulary.ts'
import type { Formatters } from '../../format/create-formatters.ts'
import type { Intent } from '../understanding/reading.ts'

/** A call of the current turn, with what came of it. */
export interface CallResult {
  tool: string
  input: Record<string, unknown>
  /** Null where the call was refused. */
  answer: Record<string, unknown> | null
  /** The tool's own words where it was refused. */
  refusal: string
}

/** What the composing of an answer to one intent may use. */
export interface AnswerContext {
  language: Language
  /** The client whose page is open. */
  clientId: number | null
  vocabulary: Vocabulary
  format: Formatters
  /** What the calls of this intent came to. */
  results: readonly CallResult[]
  /** All that the question asks for: what one part says the others need not. */
  kinds: ReadonlySet<Intent['kind']>
}

/** What one of the data's own values is called. */
export function labelCategory(
  { vocabulary, language }: Pick<AnswerContext, 'vocabulary' | 'language'>,
  field: ClientField,
  category: string,
): string {
  return vocabulary.categories[field]?.[category]?.[language] ?? category
}
