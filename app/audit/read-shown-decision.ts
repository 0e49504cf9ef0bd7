import { z } from 'zod'
import { adviceSchema } from '#core/contracts/decision.ts'

const decisionSchema = z.object({ advice: adviceSchema, probabilityOfRepayment: z.number() })
const shownSchema = z.union([
  decisionSchema,
  z.object({ score: decisionSchema }).transform(({ score }) => score),
  z.object({ after: decisionSchema }).transform(({ after }) => after),
])

/** The decision that an answer showed, where it showed one about its client. */
export function readShownDecision(answer: string): z.infer<typeof decisionSchema> | null {
  return shownSchema.safeParse(JSON.parse(answer)).data ?? null
}
