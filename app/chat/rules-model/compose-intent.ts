import type { Intent } from '../understanding/reading.ts'
import type { AnswerContext } from './answer-context.ts'
import { composeCompare } from './answers/compare.ts'
import { composeGreeting, composeHelp, composeThanks, composeUnknown } from './answers/courtesies.ts'
import { composeDecide } from './answers/decide.ts'
import { composeDefine } from './answers/define.ts'
import { composeDrift } from './answers/drift.ts'
import { composeFeatureEffect } from './answers/feature-effect.ts'
import { composeFindClients } from './answers/find-clients.ts'
import { composeMissing } from './answers/missing.ts'
import { composeModelQuality } from './answers/model-quality.ts'
import { composeProfile } from './answers/profile.ts'
import { composeReasons } from './answers/reasons.ts'
import { composeRefusal } from './answers/refusal.ts'
import { composeScore } from './answers/score.ts'
import { composeSimulate } from './answers/simulate.ts'
import { composeSuggest } from './answers/suggest.ts'
import { composeThemes } from './answers/themes.ts'

/** The answer to one thing that was asked for; why there is none where its calls were refused. */
export function composeIntent(intent: Intent, context: AnswerContext): string {
  return composeFromResults(intent, context) ?? composeRefusal(context)
}

function composeFromResults(intent: Intent, context: AnswerContext): string | null {
  switch (intent.kind) {
    case 'score':
      return composeScore(context)
    case 'decide':
      return composeDecide(context)
    case 'reasons':
      return composeReasons(intent, context)
    case 'themes':
      return composeThemes(intent, context)
    case 'featureEffect':
      return composeFeatureEffect(intent, context)
    case 'profile':
      return composeProfile(intent, context)
    case 'compare':
      return composeCompare(intent, context)
    case 'simulate':
      return composeSimulate(context)
    case 'suggest':
      return composeSuggest(context)
    case 'drift':
      return composeDrift(intent, context)
    case 'modelQuality':
      return composeModelQuality(intent, context)
    case 'findClients':
      return composeFindClients(context)
    case 'define':
      return composeDefine(intent, context)
    case 'help':
      return composeHelp(context)
    case 'greeting':
      return composeGreeting(context)
    case 'thanks':
      return composeThanks(context)
    case 'missing':
      return composeMissing(intent, context)
    case 'unknown':
      return composeUnknown(context)
  }
}
