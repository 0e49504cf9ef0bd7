import type { Client } from '@modelcontextprotocol/sdk/client/index.js'
import type { TurnEvent } from '../conversation.ts'
import { type ChosenModel, runTurn } from '../pipeline/run-turn.server.ts'
import type { TurnLimits } from '../pipeline/turn-limits.ts'
import { type AssistantTask, isSolved, type TaskOutcome } from './assistant-task.ts'
import { judgeTask } from './judge-task.ts'

export interface AssistantOptions {
  model: ChosenModel
  /** A client of the product's MCP server. */
  tools: Client
  limits: TurnLimits
  /** Told of each task as it is done. */
  onTask?: (outcome: TaskOutcome) => void
}

export interface AssistantEvaluation {
  /** Share of the tasks with every call made, every figure said and none made up. */
  rate: number
  /** Share of the expected calls that were made, and of the expected figures that were said. */
  calls: number
  figures: number
  /** Figures that no tool's answer holds, in all tasks. */
  unverified: number
  failed: TaskOutcome[]
}

/** Gives every task to a language model with the product's tools and judges what it does. */
export async function evaluateAssistant(
  tasks: readonly AssistantTask[],
  { onTask = () => {}, ...options }: AssistantOptions,
): Promise<AssistantEvaluation> {
  const outcomes: TaskOutcome[] = []
  for (const task of tasks) {
    const outcome = judgeTask(task, await perform(task, options))
    outcomes.push(outcome)
    onTask(outcome)
  }
  const count = (measure: (outcome: TaskOutcome) => number) =>
    outcomes.reduce((sum, outcome) => sum + measure(outcome), 0)
  const share = (missing: number, all: number) => (all === 0 ? 1 : (all - missing) / all)
  const failed = outcomes.filter((outcome) => !isSolved(outcome))
  return {
    rate: share(failed.length, outcomes.length),
    calls: share(
      count(({ missingCalls }) => missingCalls.length),
      count(({ task }) => task.calls.length),
    ),
    figures: share(
      count(({ missingFigures }) => missingFigures.length),
      count(({ task }) => task.figures.length),
    ),
    unverified: count(({ unverified }) => unverified.length),
    failed,
  }
}

async function perform(
  { clientId, task }: AssistantTask,
  { model, tools, limits }: Omit<AssistantOptions, 'onTask'>,
): Promise<TurnEvent[]> {
  const events: TurnEvent[] = []
  const turn = runTurn({
    turnId: `task-${clientId}`,
    model,
    tools,
    clientId,
    language: 'fr',
    question: task,
    page: '',
    pageState: {},
    earlier: [],
    limits,
    signal: new AbortController().signal,
    onProblem: (problem) => console.error(problem),
  })
  for await (const event of turn) events.push(event)
  return events
}
