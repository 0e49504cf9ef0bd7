import {
  type ExplainClientAnswer,
  explainClientAnswerSchema,
  type Reason,
} from '#core/contracts/explain-client.ts'
import type { Language } from '#core/contracts/language.ts'

import type { Intent } from '../../understanding/reading.ts'
import type { AnswerContext } from '../answer-context.ts'
import { readAnswer } from '../read-answer.ts'
import { sayContribution } from './say-contribution.ts'
import { saySituation } from './score.ts'

/** As many as the tool names unless asked for more; another part of the question may have asked. */
const usualReasons = 6

type Direction = Reason['direction']

const words: Record<
  Language,
  { head: Record<Direction, string>; none: Record<Direction, string>; unit: string }
> = {
  fr: {
    head: {
      raisesRisk: 'Ce qui pèse contre ce dossier, du plus fort au plus faible',
      lowersRisk: 'Ce qui parle pour ce dossier, du plus fort au plus faible',
    },
    none: {
      raisesRisk: 'Parmi les raisons les plus fortes, aucune ne pèse contre ce dossier.',
      lowersRisk: 'Parmi les raisons les plus fortes, aucune ne parle pour ce dossier.',
    },
    unit: 'Les contributions s’additionnent, en log-odds : au-dessus de zéro elles augmentent le risque, en dessous elles le réduisent.',
  },
  en: {
    head: {
      raisesRisk: 'What speaks against this application, strongest first',
      lowersRisk: 'What speaks for this application, strongest first',
    },
    none: {
      raisesRisk: 'None of the strongest reasons speaks against this application.',
      lowersRisk: 'None of the strongest reasons speaks for this application.',
    },
    unit: 'Contributions add up, in log-odds: above zero they raise the risk, below it they lower it.',
  },
}

/** What weighs most, each reason in the tool's own sentence with its contribution. */
export function composeReasons(
  { direction, maxReasons = usualReasons }: Extract<Intent, { kind: 'reasons' }>,
  context: AnswerContext,
): string | null {
  const answer = readAnswer(context.results, 'explainClient', explainClientAnswerSchema)
  if (!answer) return null
  const reasons = answer.reasons
    .filter((reason) => direction === undefined || reason.direction === direction)
    .slice(0, maxReasons)
  const isSaid = context.kinds.has('score') || context.kinds.has('decide')
  const parts = [
    isSaid ? '' : saySituation(answer, context),
    ...orderDirections(answer, direction).map((each) => listReasons(reasons, each, context)),
    words[context.language].unit,
  ]
  return parts.filter(Boolean).join('\n\n')
}

/** What explains the advice comes first. */
function orderDirections({ advice }: ExplainClientAnswer, asked: Direction | undefined): Direction[] {
  if (asked) return [asked]
  return advice === 'grant' ? ['lowersRisk', 'raisesRisk'] : ['raisesRisk', 'lowersRisk']
}

function listReasons(reasons: readonly Reason[], direction: Direction, { language }: AnswerContext): string {
  const { head, none } = words[language]
  const chosen = reasons.filter((reason) => reason.direction === direction)
  if (chosen.length === 0) return none[direction]
  return [`**${head[direction]}**`, ...chosen.map((reason) => `- ${sayReason(reason, language)}`)].join('\n')
}

/** One reason on a line: what it is and how far it moves the score. */
export function sayReason({ sentence, contributionLogOdds }: Reason, language: Language): string {
  const separator = language === 'fr' ? ' ; ' : '; '
  // Right after the dash of a list a figure would read as a negative one.
  const said = sentence.replace(/^\d[\d.,\u00a0\u202f]*%?/, '**$&**')
  return `${said}${separator}contribution ${sayContribution(contributionLogOdds, language)}`
}
