import type { Language } from '#core/contracts/language.ts'
import { scoreClientAnswerSchema } from '#core/contracts/score-client.ts'
import type { AnswerContext } from '../answer-context.ts'
import { readAnswer } from '../read-answer.ts'
import { saySituation } from './score.ts'

const words: Record<Language, { yours: string; rights: string }> = {
  fr: {
    yours: 'La décision vous appartient : le modèle conseille, une personne décide.',
    rights:
      'Avant de trancher, regardez les raisons de ce score et ce que le dossier dit d’autre. Le client peut demander une explication, donner son point de vue et faire réexaminer la décision par une personne.',
  },
  en: {
    yours: 'The decision is yours: the model advises, a person decides.',
    rights:
      'Before you decide, look at the reasons for this score and at what else the file says. The client may ask for an explanation, give their view and have a person review the decision.',
  },
}

/** To "shall I grant it?": never a decision, the advice with what it rests on. */
export function composeDecide(context: AnswerContext): string | null {
  const answer = readAnswer(context.results, 'scoreClient', scoreClientAnswerSchema)
  if (!answer) return null
  const { yours, rights } = words[context.language]
  return [yours, saySituation(answer, context), rights].join('\n\n')
}
