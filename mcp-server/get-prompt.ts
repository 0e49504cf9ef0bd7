import { z } from 'zod'
import { parseInput } from '#core/advisor/parse-input.ts'
import { AdvisorError } from '#core/contracts/advisor-error.ts'
import { defaultLanguage, languageSchema } from '#core/contracts/language.ts'
import { allPrompts } from './all-prompts.ts'
import { clientArguments, typedClientIdSchema } from './prompt-definition.ts'

export type PromptAnswer = {
  description: string
  messages: [{ role: 'user'; content: { type: 'text'; text: string } }]
}

const language = languageSchema.default(defaultLanguage)
const generalSchema = z.strictObject({ language })
const clientSchema = z.strictObject({ clientId: typedClientIdSchema, language })

/**
 * A usual question with its arguments filled in. It names a client and shows nothing about them.
 *
 * @throws AdvisorError INVALID_INPUT for an unknown prompt or a wrong argument.
 */
export function getPrompt(name: string, given: Record<string, unknown> = {}): PromptAnswer {
  const prompt = allPrompts.find((each) => each.name === name)
  if (!prompt) {
    throw new AdvisorError('INVALID_INPUT', {
      found: `There is no prompt "${name.slice(0, 60)}".`,
      expected: `Expected one of: ${allPrompts.map((each) => each.name).join(', ')}.`,
      nextStep: 'Correct the name.',
    })
  }
  const isOfClient = prompt.arguments === clientArguments
  const { clientId, language } = isOfClient
    ? parseInput(clientSchema, given)
    : { clientId: '', ...parseInput(generalSchema, given) }
  const text = prompt.compose[language](clientId)
  return { description: prompt.description, messages: [{ role: 'user', content: { type: 'text', text } }] }
}
