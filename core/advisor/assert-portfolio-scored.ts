import { findScoredModel } from '#db/store/queries/find-scored-model.ts'
import { AdvisorError } from '../contracts/advisor-error.ts'
import type { AdvisorContext } from './open-advisor.ts'

/**
 * Makes sure that the store holds every client's score by the served model, which lists and cohorts show.
 *
 * @throws AdvisorError PORTFOLIO_NOT_SCORED.
 */
export function assertPortfolioScored(advisor: AdvisorContext): void {
  const { bundle } = advisor.scorer
  const scoredModel = findScoredModel(advisor.store)
  if (scoredModel?.bundleSha256 === bundle.sha256) return
  throw new AdvisorError('PORTFOLIO_NOT_SCORED', {
    found: `The store holds ${scoredModel ? `the scores of ${scoredModel.modelVersion}` : 'no scores yet'}.`,
    expected: `Expected every client's score by ${bundle.manifest.modelVersion}.`,
    nextStep: 'Wait until "npm run store:score" is done, then try again.',
  })
}
