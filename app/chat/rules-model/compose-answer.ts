import type { Language } from '#core/contracts/language.ts'
import type { Vocabulary } from '#core/contracts/vocabulary.ts'
import { describeOriginNotice } from '#core/contracts/wording/describe-origin-notice.ts'
import { createFormatters } from '../../format/create-formatters.ts'
import { typesetFrench } from '../../messages/typeset-french.ts'
import type { Intent, Reading } from '../understanding/reading.ts'
import type { AnswerContext, CallResult } from './answer-context.ts'
import { composeIntent } from './compose-intent.ts'
import { resultsOf } from './plan-calls.ts'

export interface AnswerSurroundings {
  /** The client whose page is open; null on pages about none. */
  clientId: number | null
  vocabulary: Vocabulary
  /** ISO 4217. */
  currency: string
}

const reminders: Record<Language, string> = {
  fr: 'C’est un avis du modèle : la décision revient à une personne.',
  en: 'This is the model’s advice: a person decides.',
}
const origins = ['demo', 'import'] as const
/** Intents whose answers name an advice without saying who decides. */
const advising = new Set<Intent['kind']>(['score', 'reasons', 'simulate', 'suggest'])

/**
 * The answer to a question in the conversation's markup, from what its calls came to. Every figure is a value of a
 * result as it is or rounded; none is computed. Nothing that a result lacks can make it throw.
 */
export function composeAnswer(
  { language, intents }: Reading,
  results: readonly CallResult[],
  surroundings: AnswerSurroundings,
): string {
  const { clientId, vocabulary, currency } = surroundings
  const format = createFormatters({ language, currency, timeZone: 'UTC' })
  const kinds = new Set(intents.map(({ kind }) => kind))
  const parts = intents.map((intent) => {
    const own = resultsOf(intent, results, { clientId, language })
    const context: AnswerContext = { language, clientId, vocabulary, format, results: own, kinds }
    return { intent, own, text: composeIntent(intent, context) }
  })
  const isAdvising = parts.some(
    ({ intent, own }) => advising.has(intent.kind) && own.some(({ answer }) => answer !== null),
  )
  const text = [
    ...new Set(parts.map((part) => part.text)),
    isAdvising && !kinds.has('decide') ? reminders[language] : '',
    ...listNotices(results, language),
  ]
    .filter(Boolean)
    .join('\n\n')
  return language === 'fr' ? typesetAround(text, vocabulary) : text
}

/** Names stay as the tools write them: a figure is bound to its value by the name beside it. */
function typesetAround(text: string, { features }: Vocabulary): string {
  return features.reduce((typeset, { label }) => {
    const changed = typesetFrench(label.fr)
    return changed === label.fr ? typeset : typeset.replaceAll(changed, label.fr)
  }, typesetFrench(text))
}

/** A resource's notice comes in one language whatever is asked. */
function listNotices(results: readonly CallResult[], language: Language): string[] {
  const notices = results.flatMap(({ answer }) => {
    const { notice } = (answer?.provenance ?? {}) as { notice?: unknown }
    if (typeof notice !== 'string') return []
    const origin = origins.find((each) => describeOriginNotice(each, 'fr') === notice)
    return [origin ? describeOriginNotice(origin, language) : notice]
  })
  return [...new Set(notices)]
}
