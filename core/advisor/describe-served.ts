import type { AdvisorContext } from './open-advisor.ts'

/** One line for the operator's log: which model serves which data. */
export function describeServed(advisor: AdvisorContext): string {
  const { modelVersion } = advisor.scorer.bundle.manifest
  return `Serving ${advisor.servedDataset().dataVersion} with model ${modelVersion} from now on.`
}
