import type { ExpectedQuestion, ToolCall } from './expected-question.ts'
import { matchCalls } from './match-calls.ts'

/** Whatever answers a question: the reading alone, or a whole language model. */
export type Ask = (question: ExpectedQuestion) => ToolCall[] | Promise<ToolCall[]>

export interface FailedQuestion extends ExpectedQuestion {
  made: ToolCall[]
}

export interface Evaluation {
  /** Share of the questions whose calls and arguments are all right. */
  rate: number
  failed: FailedQuestion[]
}

/** Asks every question and compares the calls of its last turn with those expected. */
export async function evaluateQuestions(
  questions: readonly ExpectedQuestion[],
  ask: Ask,
): Promise<Evaluation> {
  const failed: FailedQuestion[] = []
  for (const question of questions) {
    const made = await ask(question)
    if (!matchCalls(made, question.expect)) failed.push({ ...question, made })
  }
  return { rate: (questions.length - failed.length) / questions.length, failed }
}
