import type { TurnEvent } from '../conversation.ts'
import { listAnsweredCalls } from '../pipeline/to-messages.ts'
import type { AnsweredCall } from '../receipts/list-known-values.ts'
import type { AssistantTask, TaskOutcome } from './assistant-task.ts'
import { containsArgs } from './contains-args.ts'

/**
 * Holds a turn's events against what the task expects. A figure counts as said where one of the answer's has a receipt
 * for the very value, in whichever answer it stands.
 */
export function judgeTask(task: AssistantTask, events: TurnEvent[]): TaskOutcome {
  const answered = listAnsweredCalls([{ turnId: '', question: task.task, askedAt: '', events }])
  const figures = events.flatMap((event) => (event.type === 'figure' ? [event] : []))
  const said = new Set(figures.flatMap(({ receipt }) => (receipt ? [receipt.value] : [])))
  return {
    task,
    missingCalls: task.calls.filter(
      ({ tool, args }) => !answered.some((call) => call.tool === tool && containsArgs(call.input, args)),
    ),
    missingFigures: task.figures.filter(({ tool, path }) => !isSaid(said, answered, { tool, path })),
    unverified: figures.filter(({ receipt }) => receipt === null).map(({ text }) => text),
  }
}

function isSaid(
  said: ReadonlySet<number | string>,
  answered: readonly AnsweredCall[],
  { tool, path }: { tool: string; path: string },
): boolean {
  return answered
    .filter((call) => call.tool === tool)
    .some(({ answer }) => {
      const value = readPointer(answer, path)
      // A text such as "406 598 €" is said by its figure.
      return typeof value === 'string'
        ? [...said].some((part) => typeof part === 'string' && value.includes(part))
        : said.has(value as number)
    })
}

/** RFC 6901. */
export function readPointer(json: unknown, pointer: string): unknown {
  return pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], json)
}
