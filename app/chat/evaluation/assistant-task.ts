import { z } from 'zod'

/** What an advisor might ask an assistant, with the calls that answer it and the figures that the answer must hold. */
export const assistantTaskSchema = z.strictObject({
  clientId: z.int().positive(),
  task: z.string().min(1),
  /** Calls that must be among those made; `args` must be contained in a call's. */
  calls: z.array(z.strictObject({ tool: z.string(), args: z.record(z.string(), z.unknown()) })),
  /** Values of those tools' answers, by JSON pointer, that the answer must say. */
  figures: z.array(z.strictObject({ tool: z.string(), path: z.string().startsWith('/') })),
})
export type AssistantTask = z.infer<typeof assistantTaskSchema>

/** How an assistant did with one task. */
export interface TaskOutcome {
  task: AssistantTask
  /** Expected calls that were not made. */
  missingCalls: AssistantTask['calls']
  /** Expected figures that the answer does not say. */
  missingFigures: AssistantTask['figures']
  /** Figures of the answer that no tool's answer holds. */
  unverified: string[]
}

/** @returns Whether the calls were made, the figures said, and nothing else made up. */
export function isSolved({ missingCalls, missingFigures, unverified }: TaskOutcome): boolean {
  return missingCalls.length === 0 && missingFigures.length === 0 && unverified.length === 0
}
