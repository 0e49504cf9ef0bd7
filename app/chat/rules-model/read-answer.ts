import type { z } from 'zod'
import type { CallResult } from './answer-context.ts'

/** The answer of a tool among some calls; null where there is none, or none of this shape. */
export function readAnswer<Schema extends z.ZodType>(
  results: readonly CallResult[],
  tool: string,
  schema: Schema,
): z.output<Schema> | null {
  const answered = results.find((result) => result.tool === tool && result.answer !== null)
  const parsed = schema.safeParse(answered?.answer)
  return parsed.success ? parsed.data : null
}
