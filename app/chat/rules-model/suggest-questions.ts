import type { Language } from '#core/contracts/language.ts'
import type { Intent, Reading } from '../understanding/reading.ts'

type Questions = readonly [string, string, string]

/** What leads on from what was asked last. */
const sequels = {
  score: {
    fr: ['Pourquoi ce score ?', 'Que changer pour améliorer l’avis ?', 'Et comparé aux clients semblables ?'],
    en: ['Why this score?', 'What changes would turn the advice?', 'How about similar clients?'],
  },
  reasons: {
    fr: [
      'Qu’est-ce qui parle en sa faveur ?',
      'Que pèsent les scores externes ?',
      'Que changer pour améliorer l’avis ?',
    ],
    en: [
      'What speaks for this client?',
      'What do the external scores weigh?',
      'What changes would turn the advice?',
    ],
  },
  themes: {
    fr: ['Pourquoi ce score ?', 'Que pèsent les scores externes ?', 'Que changer pour améliorer l’avis ?'],
    en: ['Why this score?', 'What do the external scores weigh?', 'What changes would turn the advice?'],
  },
  profile: {
    fr: ['Quel est son score ?', 'Pourquoi ce score ?', 'Et s’il empruntait 20 % de moins ?'],
    en: ['What is the score?', 'Why this score?', 'What if the client borrowed 20% less?'],
  },
  compare: {
    fr: ['Et parmi les clients semblables ?', 'Et parmi les retraités ?', 'Pourquoi ce score ?'],
    en: ['And among similar clients?', 'And among pensioners?', 'Why this score?'],
  },
  simulate: {
    fr: ['Et sur 24 mois ?', 'Que changer pour améliorer l’avis ?', 'Pourquoi ce score ?'],
    en: ['And over 24 months?', 'What changes would turn the advice?', 'Why this score?'],
  },
  suggest: {
    fr: ['Et s’il empruntait 20 % de moins ?', 'Et sur 24 mois ?', 'Pourquoi ce score ?'],
    en: ['What if the client borrowed 20% less?', 'And over 24 months?', 'Why this score?'],
  },
  model: {
    fr: ['Les données ont-elles dérivé ?', 'Le modèle est-il équitable ?', 'Qu’est-ce que la calibration ?'],
    en: ['Have the data drifted?', 'Is the model fair?', 'What is calibration?'],
  },
  drift: {
    fr: ['Quelles variables ont dérivé ?', 'Que vaut le modèle ?', 'Qu’est-ce que la dérive ?'],
    en: ['Which features have drifted?', 'How good is the model?', 'What is drift?'],
  },
  start: {
    fr: ['Quel est son score ?', 'Pourquoi ce score ?', 'Où se situe-t-il parmi tous les clients ?'],
    en: ['What is the score?', 'Why this score?', 'How does the client compare with all clients?'],
  },
} as const satisfies Record<string, Record<Language, Questions>>

const sequelOf: Record<Intent['kind'], keyof typeof sequels> = {
  score: 'score',
  decide: 'score',
  reasons: 'reasons',
  featureEffect: 'reasons',
  themes: 'themes',
  profile: 'profile',
  compare: 'compare',
  simulate: 'simulate',
  suggest: 'suggest',
  drift: 'drift',
  modelQuality: 'model',
  define: 'start',
  findClients: 'start',
  help: 'start',
  greeting: 'start',
  thanks: 'start',
  missing: 'start',
  unknown: 'start',
}

/** Three questions that lead on from a question, or to begin with where none was asked. */
export function suggestQuestions({ reading, language }: { reading?: Reading; language: Language }): string[] {
  const last = reading?.intents.at(-1)
  return [...sequels[last ? sequelOf[last.kind] : 'start'][language]]
}
