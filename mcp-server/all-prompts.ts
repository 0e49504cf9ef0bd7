import type { PromptDefinition } from './prompt-definition.ts'
import { compareWithSimilarPrompt } from './prompts/compare-with-similar.ts'
import { explainRefusalPrompt } from './prompts/explain-refusal.ts'
import { prepareInterviewPrompt } from './prompts/prepare-interview.ts'
import { watchDriftPrompt } from './prompts/watch-drift.ts'
import { whatWouldChangePrompt } from './prompts/what-would-change.ts'

/** The advisor's usual questions. */
export const allPrompts: readonly PromptDefinition[] = [
  explainRefusalPrompt,
  prepareInterviewPrompt,
  compareWithSimilarPrompt,
  whatWouldChangePrompt,
  watchDriftPrompt,
]
