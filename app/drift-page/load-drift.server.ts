import type { Language } from '#core/contracts/language.ts'
import { viewDrift } from '../advisor.server.ts'
import type { PanelAnswer } from '../panel-answer.ts'
import type { DriftPage } from './drift-page.ts'
import type { DriftQuery } from './drift-query.ts'

type LoadContext = Parameters<typeof viewDrift>[0]

/**
 * The report, with the distributions that lead and those that are open. A column that is open in the address but not
 * in the model is left out.
 */
export async function loadDrift(
  context: LoadContext,
  { window, open }: Pick<DriftQuery, 'window' | 'open'>,
  language: Language,
): Promise<PanelAnswer<DriftPage>> {
  const input = { language, ...(window !== undefined && { window }) }
  const first = await viewDrift(context, input)
  if (!first.answer) return first
  const { distributions: leading, ...report } = first.answer
  const known = new Set(report.report.columns.map(({ feature }) => feature))
  const asked = open.filter((feature) => known.has(feature))
  if (asked.length === 0) return { answer: { ...report, leading, opened: [] }, problem: null }
  const second = await viewDrift(context, { ...input, distributions: asked })
  if (!second.answer) return second
  return { answer: { ...report, leading, opened: second.answer.distributions }, problem: null }
}
