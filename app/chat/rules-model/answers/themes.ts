import {
  type ExplainClientAnswer,
  explainClientAnswerSchema,
  type ThemeContribution,
} from '#core/contracts/explain-client.ts'
import type { Language } from '#core/contracts/language.ts'

import type { Intent } from '../../understanding/reading.ts'
import type { AnswerContext } from '../answer-context.ts'
import { readAnswer } from '../read-answer.ts'
import { sayReason } from './reasons.ts'
import { sayContribution } from './say-contribution.ts'

const mostReasons = 6

interface Words {
  worst: (label: string) => string
  best: (label: string) => string
  mark: (mark: string, contribution: string) => string
  colon: string
  side: Record<'against' | 'for' | 'neutral', string>
  within: string
  scale: string
}

const words: Record<Language, Words> = {
  fr: {
    worst: (label) => `Le thème qui pèse le plus contre ce dossier : **${label}**.`,
    best: (label) => `Celui qui parle le plus pour lui : **${label}**.`,
    mark: (mark, contribution) => `note de ${mark}, contribution ${contribution}`,
    colon: ' : ',
    side: {
      against: 'ce thème pèse contre ce dossier',
      for: 'ce thème parle pour ce dossier',
      neutral: 'ce thème ne penche d’aucun côté',
    },
    within: 'Ses raisons les plus fortes',
    scale: 'Une note négative pèse contre le client, une note positive parle pour lui.',
  },
  en: {
    worst: (label) => `The theme that speaks most against this application: **${label}**.`,
    best: (label) => `The one that speaks most for it: **${label}**.`,
    mark: (mark, contribution) => `mark of ${mark}, contribution ${contribution}`,
    colon: ': ',
    side: {
      against: 'this theme speaks against the application',
      for: 'this theme speaks for the application',
      neutral: 'this theme leans neither way',
    },
    within: 'Its strongest reasons',
    scale: 'A negative mark speaks against the client, a positive one for the client.',
  },
}

/** The marks of all themes, or one theme with the reasons that belong to it. */
export function composeThemes(
  { theme }: Extract<Intent, { kind: 'themes' }>,
  context: AnswerContext,
): string | null {
  const answer = readAnswer(context.results, 'explainClient', explainClientAnswerSchema)
  if (!answer) return null
  const asked = answer.themes.find((each) => each.theme === theme)
  return asked ? sayOneTheme(asked, answer, context) : listThemes(answer, context)
}

function listThemes({ themes }: ExplainClientAnswer, { language }: AnswerContext): string {
  const { worst, best, colon, scale } = words[language]
  const sorted = [...themes].sort((a, b) => b.contributionLogOdds - a.contributionLogOdds)
  const [first, last] = [sorted[0], sorted.at(-1)]
  const lead = [
    first && first.contributionLogOdds > 0 ? worst(first.label) : '',
    last && last.contributionLogOdds < 0 ? best(last.label) : '',
  ]
  const lines = sorted.map((theme) => `- ${theme.label}${colon}${sayMark(theme, language)}`)
  return [lead.filter(Boolean).join(' '), lines.join('\n'), scale].filter(Boolean).join('\n\n')
}

function sayOneTheme(
  theme: ThemeContribution,
  { reasons }: ExplainClientAnswer,
  { language }: AnswerContext,
): string {
  const { colon, side, within } = words[language]
  const { contributionLogOdds } = theme
  const leaning = theme.mark === 0 ? 'neutral' : contributionLogOdds > 0 ? 'against' : 'for'
  const own = reasons.filter((reason) => reason.theme === theme.theme).slice(0, mostReasons)
  const lines = own.map((reason) => `- ${sayReason(reason, language)}`)
  return [
    `**${theme.label}**${colon}${sayMark(theme, language)}${language === 'fr' ? ' ; ' : '; '}${side[leaning]}.`,
    own.length > 0 ? [`${within}${colon.trimEnd()}`, ...lines].join('\n') : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}

function sayMark({ mark, contributionLogOdds }: ThemeContribution, language: Language): string {
  const signed = mark < 0 ? `−${-mark}` : mark > 0 ? `+${mark}` : '0'
  return words[language].mark(signed, sayContribution(contributionLogOdds, language))
}
