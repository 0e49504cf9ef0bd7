import type { Language } from '#core/contracts/language.ts'
import type { Intent, Reading } from '../understanding/reading.ts'

/** Panels of the client's page, by their ids. */
export type Panel = 'decision' | 'reasons' | 'themes' | 'profile' | 'comparison' | 'what-if' | 'suggestions'
type Topic = Panel | 'model' | 'drift' | 'start'

const questionsOf: Record<Topic, Record<Language, readonly [string, string, string]>> = {
  decision: {
    fr: ['Pourquoi ce score ?', 'Que changer pour améliorer l’avis ?', 'Qu’est-ce que le seuil de refus ?'],
    en: ['Why this score?', 'What changes would turn the advice?', 'What is the decision threshold?'],
  },
  reasons: {
    fr: [
      'Qu’est-ce qui parle en sa faveur ?',
      'Quelles sont les notes par thème ?',
      'Que changer pour améliorer l’avis ?',
    ],
    en: [
      'What speaks for this client?',
      'What are the marks by theme?',
      'What changes would turn the advice?',
    ],
  },
  themes: {
    fr: ['Pourquoi ce score ?', 'Que pèsent les scores externes ?', 'Qu’est-ce que la note d’un thème ?'],
    en: ['Why this score?', 'What do the external scores weigh?', 'What is the mark of a theme?'],
  },
  profile: {
    fr: ['Quel est son revenu ?', 'Pourquoi ce score ?', 'Et s’il empruntait 20 % de moins ?'],
    en: ['What is the income?', 'Why this score?', 'What if the client borrowed 20% less?'],
  },
  comparison: {
    fr: [
      'Où se situe-t-il parmi les clients semblables ?',
      'Et parmi les retraités ?',
      'Qu’est-ce qu’un percentile ?',
    ],
    en: [
      'How does the client compare with similar clients?',
      'And among pensioners?',
      'What is a percentile?',
    ],
  },
  'what-if': {
    fr: ['Et s’il empruntait 20 % de moins ?', 'Et sur 24 mois ?', 'Que changer pour améliorer l’avis ?'],
    en: [
      'What if the client borrowed 20% less?',
      'And over 24 months?',
      'What changes would turn the advice?',
    ],
  },
  suggestions: {
    fr: ['Que changer pour améliorer l’avis ?', 'Et s’il empruntait 20 % de moins ?', 'Pourquoi ce score ?'],
    en: ['What changes would turn the advice?', 'What if the client borrowed 20% less?', 'Why this score?'],
  },
  model: {
    fr: ['Les données ont-elles dérivé ?', 'Le modèle est-il équitable ?', 'Qu’est-ce que l’AUC ?'],
    en: ['Have the data drifted?', 'Is the model fair?', 'What is the AUC?'],
  },
  drift: {
    fr: ['Que vaut le modèle ?', 'Quelles variables ont dérivé ?', 'Qu’est-ce que la dérive ?'],
    en: ['How good is the model?', 'Which features have drifted?', 'What is drift?'],
  },
  start: {
    fr: ['Quel est son score ?', 'Pourquoi ce score ?', 'Où se situe-t-il parmi tous les clients ?'],
    en: ['What is the score?', 'Why this score?', 'How does the client compare with all clients?'],
  },
}

const topicOf: Record<Intent['kind'], Topic> = {
  score: 'decision',
  decide: 'decision',
  reasons: 'reasons',
  featureEffect: 'reasons',
  themes: 'themes',
  profile: 'profile',
  compare: 'comparison',
  simulate: 'what-if',
  suggest: 'what-if',
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

/**
 * Three questions that follow from what was just asked, or that the open panel suggests.
 *
 * @param about The reading of the last question, the open panel's id, or neither at the beginning.
 */
export function suggestQuestions({
  reading,
  panel,
  language,
}: {
  reading?: Reading
  panel?: Panel
  language: Language
}): string[] {
  const last = reading?.intents.at(-1)
  const topic = last ? topicOf[last.kind] : (panel ?? 'start')
  return [...questionsOf[topic][language]]
}
