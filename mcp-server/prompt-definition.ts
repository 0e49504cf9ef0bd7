import { z } from 'zod'
import type { Scope } from '#core/contracts/caller.ts'
import { type Language, languageSchema } from '#core/contracts/language.ts'
import { completeClientId } from './complete-client-id.ts'
import type { Complete } from './resource-definition.ts'

export interface PromptArgument {
  name: 'clientId' | 'language'
  description: string
  required: boolean
  complete: Complete
  /** What a caller must be allowed to do to have it completed. */
  scope: Scope
}

/** A question that advisors often ask, ready to be sent to a model. Independent of any protocol version or SDK. */
export interface PromptDefinition {
  name: string
  title: string
  description: string
  arguments: readonly PromptArgument[]
  /** What is sent, in each language. */
  compose: Record<Language, (clientId: string) => string>
}

const languageArgument: PromptArgument = {
  name: 'language',
  description: 'fr or en: the language of the answer; fr unless given',
  required: false,
  complete: async (_, beginning) => {
    const values = languageSchema.options.filter((language) => language.startsWith(beginning))
    return { values, total: values.length }
  },
  scope: 'model:read',
}

/** For prompts about one client. */
export const clientArguments: readonly PromptArgument[] = [
  {
    name: 'clientId',
    description: 'Client number, for example 100001',
    required: true,
    complete: completeClientId,
    scope: 'clients:read',
  },
  languageArgument,
]

/** For prompts about no client. */
export const generalArguments: readonly PromptArgument[] = [languageArgument]

/** A client's number as people type it, in groups too. */
export const typedClientIdSchema = z
  .string()
  .transform((typed) => typed.replace(/[\s\u00a0\u202f]/g, ''))
  .pipe(z.string().regex(/^[1-9]\d{0,15}$/, 'a client number such as 100001'))
