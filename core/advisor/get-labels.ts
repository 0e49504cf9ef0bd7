import type { Language } from '../contracts/language.ts'
import type { AdvisorContext } from './open-advisor.ts'
import type { Labels } from './read-labels.ts'

/** What the data's categories are called in the language asked for. */
export function getLabels(advisor: AdvisorContext, language: Language): Labels {
  return advisor.servedDataset().labels(language)
}
