import type { Vocabulary } from '#core/contracts/vocabulary.ts'
import { readQuestion } from '../understanding/read-question.ts'
import { type RequestAmounts, toCalls } from '../understanding/to-calls.ts'
import type { Ask } from './evaluate-questions.ts'
import type { ExpectedQuestion, ToolCall } from './expected-question.ts'

export interface RulesData {
  vocabulary: Vocabulary
  /** A client's request; null for an unknown client. */
  readAmounts: (clientId: number) => RequestAmounts | null
}

/** Asks as the embedded model does: reads the question, reads the profiles that it needs, and calls. */
export function createRulesAsk({ vocabulary, readAmounts }: RulesData): Ask {
  return ({ turns, clientId = null, language }: ExpectedQuestion): ToolCall[] => {
    const reading = readQuestion({ turns, clientId, language, vocabulary })
    const amounts = new Map<number, RequestAmounts>()
    const read = () => toCalls(reading, { clientId, amounts })
    for (const call of read()) {
      const profileOf =
        call.kind === 'resource' ? /^client:\/\/(\d+)\/profile$/.exec(call.uri)?.[1] : undefined
      const found = profileOf === undefined ? null : readAmounts(Number(profileOf))
      if (found) amounts.set(Number(profileOf), found)
    }
    return read().flatMap((call) => (call.kind === 'tool' ? [{ tool: call.tool, args: call.args }] : []))
  }
}
