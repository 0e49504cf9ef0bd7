import { z } from 'zod'
import { type ExpectedQuestion, expectedQuestionSchema } from './expected-question.ts'

const form =
  '{"clientId": 104218, "language": "fr", "turns": ["…"], "expect": [{"tool": "scoreClient", "args": {}}]}'

/**
 * Reads an evaluation set, a question a line; empty lines are passed over.
 *
 * @throws Error that names the file and the line, and shows the form, for the first line that is not of it.
 */
export function parseQuestions(text: string, fileName: string): ExpectedQuestion[] {
  const questions = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, index) =>
      line.trim() === '' ? [] : [parseQuestion(line, `${fileName}, line ${index + 1}`)],
    )
  if (questions.length === 0) throw new Error(`${fileName} holds no question. Expected one a line: ${form}`)
  return questions
}

function parseQuestion(line: string, place: string): ExpectedQuestion {
  const parsed = expectedQuestionSchema.safeParse(readJson(line, place))
  if (parsed.success) return parsed.data
  throw new Error(`${place}: ${z.prettifyError(parsed.error)}\nExpected ${form}`)
}

function readJson(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new Error(`${place} is not JSON (${(error as Error).message}). Expected ${form}`)
  }
}
