import type { Language } from '#core/contracts/language.ts'
import type { Term } from '../../understanding/reading.ts'
import { clientDefinitions } from './client-definitions.ts'
import type { Definition } from './definition.ts'
import { modelDefinitions } from './model-definitions.ts'
import { scoreDefinitions } from './score-definitions.ts'

/** The words that the assistant defines. */
export const definitions: Record<Term, Record<Language, Definition>> = {
  ...scoreDefinitions,
  ...clientDefinitions,
  ...modelDefinitions,
}
