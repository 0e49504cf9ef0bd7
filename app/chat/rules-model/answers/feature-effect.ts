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

/** Two decimals show nothing below it. */
const smallestEffect = 0.005

type Effect = Reason['direction'] | 'none'

interface Words {
  effect: Record<Effect, string>
  says: (effect: string, contribution: string) => string
  minor: (label: string) => string
  theme: (label: string, contribution: string) => string
}

const words: Record<Language, Words> = {
  fr: {
    effect: {
      raisesRisk: 'Augmente le risque',
      lowersRisk: 'Réduit le risque',
      none: 'Presque aucun effet',
    },
    says: (effect, contribution) => `**${effect}**, contribution ${contribution}.`,
    minor: (label) =>
      `**${label}** ne figure pas parmi les raisons les plus fortes de ce score ; son effet est plus faible que le leur.`,
    theme: (label, contribution) => `Son thème « ${label} », tout compris : contribution ${contribution}.`,
  },
  en: {
    effect: { raisesRisk: 'Raises the risk', lowersRisk: 'Lowers the risk', none: 'Hardly any effect' },
    says: (effect, contribution) => `**${effect}**, contribution ${contribution}.`,
    minor: (label) =>
      `**${label}** is not among the strongest reasons for this score; its effect is weaker than theirs.`,
    theme: (label, contribution) => `Its theme “${label}” as a whole: contribution ${contribution}.`,
  },
}

/** How far one feature moves the score, and what it holds; or that others move it further. */
export function composeFeatureEffect(
  { feature }: Extract<Intent, { kind: 'featureEffect' }>,
  context: AnswerContext,
): string | null {
  const answer = readAnswer(context.results, 'explainClient', explainClientAnswerSchema)
  if (!answer) return null
  const { effect, says, minor } = words[context.language]
  const known = context.vocabulary.features.find(({ name }) => name === feature)
  const reason = answer.reasons.find((each) => each.feature === feature)
  if (!reason) {
    const label = known?.label[context.language] ?? feature
    return [minor(label), sayTheme(answer, known?.theme, context.language)].filter(Boolean).join(' ')
  }
  const contribution = sayContribution(reason.contributionLogOdds, context.language)
  const isNone = Math.abs(reason.contributionLogOdds) < smallestEffect
  return `${says(effect[isNone ? 'none' : reason.direction], contribution)} ${reason.sentence}.`
}

function sayTheme({ themes }: ExplainClientAnswer, theme: string | undefined, language: Language): string {
  const found = themes.find((each) => each.theme === theme)
  if (!found) return ''
  return words[language].theme(found.label, sayContribution(found.contributionLogOdds, language))
}
