import type { Advice } from '../contracts/decision.ts'
import {
  type SuggestChangesAnswer,
  type SuggestChangesInput,
  type Suggestion,
  suggestChangesInputSchema,
} from '../contracts/suggest-changes.ts'
import { describeChanges } from '../contracts/wording/describe-changes.ts'
import { chooseSuggestions, type ScoredScenario } from '../simulation/choose-suggestions.ts'
import {
  listScenarios,
  type RequestedCredit,
  refineScenario,
  type Scenario,
} from '../simulation/list-scenarios.ts'
import { createProvenance } from './create-provenance.ts'
import { createWhatIf, type WhatIf } from './create-what-if.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { parseInput } from './parse-input.ts'
import { recordAnswer } from './record-answer.ts'
import { budgetOfTime, type ScenarioBudget } from './scenario-budget.ts'
import { type ClientScore, scoreModelInput } from './score-model-input.ts'
import { toSimulatedScore } from './simulate-client.ts'

/** The search stops here with what it has found: scenarios of least effort come first. */
const timeBudgetMs = 700
/** Nearly always all of a look: scenarios share the search for neighbours. */
const scenariosTogether = 512

/**
 * The smallest changes of the request (amount, term, down payment) that would turn the advice: from refuse to review or
 * grant, from review to grant. Every scenario is drawn up through the row-wise SQL and scored.
 *
 * @throws AdvisorError UNKNOWN_CLIENT.
 */
export function suggestChanges(
  advisor: AdvisorContext,
  input: SuggestChangesInput,
): Promise<SuggestChangesAnswer> {
  return suggestChangesWithin(advisor, input, budgetOfTime(timeBudgetMs))
}

/**
 * The same with a budget of one's own: who repeats a search tries what it tried.
 *
 * @throws AdvisorError UNKNOWN_CLIENT.
 */
export async function suggestChangesWithin(
  advisor: AdvisorContext,
  input: SuggestChangesInput,
  budget: ScenarioBudget,
): Promise<SuggestChangesAnswer> {
  const question = parseInput(suggestChangesInputSchema, input)
  const { clientId, language } = question
  const whatIf = createWhatIf(advisor, clientId)
  const [before] = (await scoreModelInput(advisor, whatIf.dataset.selectModelFeatures(whatIf.featureRow), [
    clientId,
  ])) as [ClientScore]
  const scored =
    before.advice === 'grant'
      ? []
      : await searchScenarios(advisor, whatIf, { adviceBefore: before.advice, budget })
  const suggestions = chooseSuggestions(scored, before.advice).map(
    ({ lever, changes, effort, score, turnsTo }): Suggestion => ({
      changes,
      sentence: describeChanges(lever, changes, whatIf.present, { language, currency: advisor.currency }),
      effort,
      turnsTo,
      after: toSimulatedScore(score),
    }),
  )
  const answer: SuggestChangesAnswer = {
    clientId,
    outcome: before.advice === 'grant' ? 'notNeeded' : suggestions.length > 0 ? 'found' : 'none',
    before: toSimulatedScore(before),
    decisionThreshold: advisor.scorer.bundle.manifest.decision.threshold,
    suggestions,
    triedScenarios: scored.length,
    provenance: createProvenance(advisor, whatIf.dataset, language),
  }
  return recordAnswer(advisor, whatIf, { kind: 'suggestions', clientId, input: question, answer })
}

/** A first look over all levers, then a second round the best that turn two of them. */
async function searchScenarios(
  advisor: AdvisorContext,
  whatIf: WhatIf,
  { adviceBefore, budget }: { adviceBefore: Advice; budget: ScenarioBudget },
): Promise<ScoredScenario<ClientScore>[]> {
  const requested = readRequestedCredit(whatIf)
  if (!requested) return []
  const first = await scoreScenarios(advisor, whatIf, { scenarios: listScenarios(requested), budget })
  const near = chooseSuggestions(first, adviceBefore).flatMap((chosen) => refineScenario(requested, chosen))
  const second = await scoreScenarios(advisor, whatIf, { scenarios: near, budget })
  return [...first, ...second].sort((a, b) => a.effort - b.effort)
}

/** Null for an application whose amount or annuity is unknown: there is nothing to turn. */
function readRequestedCredit({ present, rangeMax }: WhatIf): RequestedCredit | null {
  const {
    credit_amount: creditAmount,
    annuity_amount: annuityAmount,
    goods_price_amount: goodsPriceAmount,
  } = present
  if (!creditAmount || !annuityAmount) return null
  return {
    creditAmount,
    annuityAmount,
    goodsPriceAmount: goodsPriceAmount ?? null,
    largestAnnuityAmount: rangeMax('annuity_amount'),
  }
}

async function scoreScenarios(
  advisor: AdvisorContext,
  { dataset, change }: WhatIf,
  { scenarios, budget }: { scenarios: readonly Scenario[]; budget: ScenarioBudget },
): Promise<ScoredScenario<ClientScore>[]> {
  const scored: ScoredScenario<ClientScore>[] = []
  for (let from = 0; from < scenarios.length; from += scenariosTogether) {
    const batch = scenarios.slice(
      from,
      from + budget.take(Math.min(scenariosTogether, scenarios.length - from)),
    )
    if (batch.length === 0) break
    const rows = change(batch.map(({ changes }) => changes))
    const scores = await scoreModelInput(
      advisor,
      dataset.selectModelFeatures(rows, batch.length),
      batch.map((_, i) => from + i),
    )
    batch.forEach((scenario, i) => {
      scored.push({ ...scenario, score: scores[i] as ClientScore })
    })
  }
  return scored
}
