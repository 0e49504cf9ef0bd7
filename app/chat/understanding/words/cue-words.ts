import { clientCues } from './cues/client-cues.ts'
import { comparisonCues } from './cues/comparison-cues.ts'
import { meaningCues } from './cues/meaning-cues.ts'
import { modelCues } from './cues/model-cues.ts'
import { quantityCues } from './cues/quantity-cues.ts'
import { reasonCues } from './cues/reason-cues.ts'
import { scoreCues } from './cues/score-cues.ts'
import { suggestionCues } from './cues/suggestion-cues.ts'
import { talkCues } from './cues/talk-cues.ts'
import { whatIfCues } from './cues/what-if-cues.ts'

/**
 * What shows that a question asks for something, by what it shows. A word ending in `*` stands for all its inflected
 * forms, `a|b` for either; articles and pronouns between the words are passed over.
 */
export const cuePhrases = {
  ...scoreCues,
  ...reasonCues,
  ...comparisonCues,
  ...whatIfCues,
  ...quantityCues,
  ...suggestionCues,
  ...modelCues,
  ...meaningCues,
  ...clientCues,
  ...talkCues,
}

export type Cue = keyof typeof cuePhrases
