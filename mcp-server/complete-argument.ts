import type { AdvisorSource } from '#core/advisor/lend-advisor.ts'
import type { CallerAtDoor } from '#core/advisor/lend-to-caller.ts'
import type { Scope } from '#core/contracts/caller.ts'
import { allPrompts } from './all-prompts.ts'
import { allResourceTemplates } from './all-resources.ts'
import { askAdvisor } from './ask-advisor.ts'
import type { Complete } from './resource-definition.ts'

/** What is being typed, and where. */
export interface CompletedArgument {
  ref: { type: 'ref/resource'; uri: string } | { type: 'ref/prompt'; name: string }
  argument: { name: string; value: string }
}

export type CompletionAnswer = { completion: { values: string[]; total: number; hasMore: boolean } }

/**
 * Values that begin as what is being typed; none for what has no completion.
 *
 * @throws RefusedRequest for a scope that the caller lacks, or a failure.
 */
export async function completeArgument(
  advisors: AdvisorSource,
  { ref, argument }: CompletedArgument,
  { calledBy, onUnexpected }: { calledBy: CallerAtDoor; onUnexpected: (error: unknown) => void },
): Promise<CompletionAnswer> {
  const completed = findCompletion(ref, argument.name)
  if (!completed) return { completion: { values: [], total: 0, hasMore: false } }
  const { scope, complete } = completed
  const what = `The completion of ${argument.name}`
  const { values, total } = await askAdvisor(advisors, { calledBy, scope, what, onUnexpected }, (advisor) =>
    complete(advisor, argument.value),
  )
  return { completion: { values, total, hasMore: total > values.length } }
}

function findCompletion(
  ref: CompletedArgument['ref'],
  argument: string,
): { scope: Scope; complete: Complete } | undefined {
  if (ref.type === 'ref/prompt') {
    const prompt = allPrompts.find(({ name }) => name === ref.name)
    return prompt?.arguments.find(({ name }) => name === argument)
  }
  return allResourceTemplates.find(
    ({ uriTemplate, variable }) => uriTemplate === ref.uri && variable === argument,
  )
}
