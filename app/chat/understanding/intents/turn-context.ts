import type { Cohort } from '#core/contracts/compare-cohort.ts'
import type { Change, Intent } from '../reading.ts'
import type { ChangeBefore } from '../slots/read-changes.ts'

/** What a question is understood against. */
export interface TurnContext {
  /** What the question before asked, its last part last. Empty at the start. */
  before: readonly Intent[]
  page: { cohort?: Cohort; changes?: Change[] }
}

export function findBefore<Kind extends Intent['kind']>(
  { before }: TurnContext,
  kind: Kind,
): Extract<Intent, { kind: Kind }> | undefined {
  return before.findLast((intent): intent is Extract<Intent, { kind: Kind }> => intent.kind === kind)
}

/** The last change that a what-if made, for what "et avec 10 % ?" leaves unsaid. */
export function findChangeBefore(context: TurnContext): ChangeBefore | null {
  const change = findBefore(context, 'simulate')?.changes.at(-1)
  if (!change || change.field === 'contractType') return null
  const size = 'byShare' in change ? change.byShare : 'by' in change ? change.by : null
  return {
    field: change.field,
    direction: size === null ? null : size < 0 ? -1 : 1,
    isShare: 'byShare' in change,
  }
}
