import type { ComputedAnswer } from '#core/advisor/audit-recorder.ts'
import type { Audit } from '#core/advisor/open-audit.ts'
import type { Door } from '#core/contracts/caller.ts'

export type OnAnswer = (answer: { kind: ComputedAnswer['kind']; door: Door; advice: string | null }) => void

/** An audit log that tells of each answer once it is kept: its kind and door, and the advice of a single client. */
export function countAnswers(audit: Audit, onAnswer: OnAnswer): Audit {
  return {
    ...audit,
    recorderFor(actor, door) {
      const recorder = audit.recorderFor(actor, door)
      return {
        async record(computed) {
          await recorder.record(computed)
          onAnswer({ kind: computed.kind, door, advice: readAdvice(computed.answer) })
        },
      }
    },
  }
}

function readAdvice(answer: object): string | null {
  const { advice } = answer as { advice?: unknown }
  return typeof advice === 'string' ? advice : null
}
