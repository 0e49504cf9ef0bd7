import { z } from 'zod'
import { languageSchema } from '#core/contracts/language.ts'

/** One question of an evaluation set: a line of JSON. What else a line holds (an id, a remark) is left out. */
export const expectedQuestionSchema = z.object({
  /** The client whose page is open; null for none. */
  clientId: z.int().positive().nullable().optional(),
  language: languageSchema.default('fr'),
  /** The person's questions, oldest first; the last one is judged. */
  turns: z.array(z.string()).min(1),
  /** The MCP tool calls of the last turn, none where no tool is to be called. */
  expect: z.array(z.object({ tool: z.string().min(1), args: z.record(z.string(), z.unknown()).default({}) })),
})
export type ExpectedQuestion = z.infer<typeof expectedQuestionSchema>

/** A call of an MCP tool. */
export interface ToolCall {
  tool: string
  args: Readonly<Record<string, unknown>>
}
