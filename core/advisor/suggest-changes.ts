import {
  type SuggestChangesAnswer,
  type SuggestChangesInput,
  suggestChangesInputSchema,
} from '../contracts/suggest-changes.ts'
import { describeChanges } from '../contracts/wording/describe-changes.ts'
import { chooseSuggestions } from '../simulation/choose-suggestions.ts'
import { listScenarios, type Scenario } from '../simulation/list-scenarios.ts'
import { createProvenance } from './create-provenance.ts'
import { createWhatIf, type WhatIf } from './create-what-if.ts'
import type { AdvisorContext } from './open-advisor.ts'
import { parseInput } from './parse-input.ts'
import { type ClientScore, scoreModelInput } from './score-model-input.ts'
import { toSimulatedScore } from './simulate-client.ts'

/**
 * The smallest changes of the request (amount, term, down payment) that would turn the advice: a refused client must get
 * past the threshold, one within the review band out of it. Every
 * scenario is drawn up and scored, so the number of scenarios, a few hundred, bounds the time.
 *
 * @throws AdvisorError UNKNOWN_CLIENT.
 */
export async function suggestChanges(
  advisor: AdvisorContext,
  input: SuggestChangesInput,
): Promise<SuggestChangesAnswer> {
  const { clientId, language } = parseInput(suggestChangesInputSchema, input)
  const dataset = advisor.servedDataset()
  const whatIf = createWhatIf(advisor, clientId)
  const [before] = (await scoreModelInput(advisor, dataset.selectModelFeatures(whatIf.stored), [
    clientId,
  ])) as [ClientScore]
  const scenarios = before.advice === 'grant' ? [] : drawScenarios(whatIf)
  const scores = await scoreScenarios(advisor, whatIf, scenarios)
  const chosen = chooseSuggestions(
    scenarios.map((scenario, position) => ({
      ...scenario,
      position,
      turns: turnsAdvice(advisor, before, scores[position] as ClientScore),
    })),
  )
  return {
    clientId,
    outcome: before.advice === 'grant' ? 'notNeeded' : chosen.length > 0 ? 'found' : 'none',
    before: toSimulatedScore(before),
    decisionThreshold: advisor.scorer.bundle.manifest.decision.threshold,
    suggestions: chosen.map(({ lever, changes, effort, position }) => ({
      changes,
      sentence: describeChanges(lever, changes, whatIf.present, { language, currency: advisor.currency }),
      effort,
      after: toSimulatedScore(scores[position] as ClientScore),
    })),
    triedScenarios: scenarios.length,
    provenance: createProvenance(advisor, dataset, language),
  }
}

function turnsAdvice(advisor: AdvisorContext, before: ClientScore, after: ClientScore): boolean {
  const { threshold } = advisor.scorer.bundle.manifest.decision
  if (after.advice === 'grant') return true
  return before.probabilityOfDefault >= threshold && after.probabilityOfDefault < threshold
}

/** None for an application whose amount or annuity is unknown: there is nothing to turn. */
function drawScenarios({ present, rangeMax }: WhatIf): Scenario[] {
  const {
    credit_amount: creditAmount,
    annuity_amount: annuityAmount,
    goods_price_amount: goodsPriceAmount,
  } = present
  if (!creditAmount || !annuityAmount) return []
  return listScenarios({
    creditAmount,
    annuityAmount,
    goodsPriceAmount: goodsPriceAmount ?? null,
    largestAnnuityAmount: rangeMax('annuity_amount'),
  })
}

async function scoreScenarios(
  advisor: AdvisorContext,
  whatIf: WhatIf,
  scenarios: readonly Scenario[],
): Promise<ClientScore[]> {
  const width = whatIf.stored.length
  const stored = new Float32Array(scenarios.length * width)
  scenarios.forEach(({ changes }, i) => {
    stored.set(whatIf.change(changes), i * width)
  })
  const modelInput = advisor.servedDataset().selectModelFeatures(stored, scenarios.length)
  return scoreModelInput(
    advisor,
    modelInput,
    Array.from(scenarios, (_, i) => i),
  )
}
