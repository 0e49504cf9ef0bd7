import type { TurnEvent } from '../conversation.ts'
import { listAnsweredCalls } from '../pipeline/to-messages.ts'
import { type KnownValue, listKnownValues } from '../receipts/list-known-values.ts'
import { matchesValue } from '../receipts/match-value.ts'
import { readFigures } from '../receipts/read-figures.ts'
import type { AssistantTask, TaskOutcome } from './assistant-task.ts'
import { containsArgs } from './contains-args.ts'

/**
 * Holds a turn's events against what the task expects. A figure counts as said where one that has a receipt says the
 * value as it is rounded.
 */
export function judgeTask(task: AssistantTask, events: TurnEvent[]): TaskOutcome {
  const answered = listAnsweredCalls([{ turnId: '', question: task.task, askedAt: '', events }])
  const figures = events.flatMap((event) => (event.type === 'figure' ? [event] : []))
  const said = figures.flatMap(({ text, receipt }) => (receipt ? [text] : []))
  return {
    task,
    missingCalls: task.calls.filter(
      ({ tool, args }) => !answered.some((call) => call.tool === tool && containsArgs(call.input, args)),
    ),
    missingFigures: task.figures.filter(
      ({ tool, path }) =>
        !answered
          .filter((call) => call.tool === tool)
          .flatMap((call) => listKnownValues(call, 'fr'))
          .some((value) => value.path === path && said.some((text) => says(text, value))),
    ),
    unverified: figures.filter(({ receipt }) => receipt === null).map(({ text }) => text),
  }
}

function says(text: string, value: KnownValue): boolean {
  if (value.unit === 'letter') return text === value.value
  return readFigures(text, 'fr').some((figure) => matchesValue(figure, value))
}

/** RFC 6901. */
export function readPointer(json: unknown, pointer: string): unknown {
  return pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], json)
}
