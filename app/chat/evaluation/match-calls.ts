import { containsArgs } from './contains-args.ts'
import type { ToolCall } from './expected-question.ts'

/**
 * Whether the calls made are those expected, in any order: as many, each tool the same, and what is expected of its
 * arguments contained in them.
 */
export function matchCalls(made: readonly ToolCall[], expected: readonly ToolCall[]): boolean {
  if (made.length !== expected.length) return false
  const [first, ...rest] = expected
  if (!first) return true
  return made.some(
    (call, index) =>
      call.tool === first.tool &&
      containsArgs(call.args, first.args) &&
      matchCalls(made.toSpliced(index, 1), rest),
  )
}
