import type { Language } from '#core/contracts/language.ts'

const ofClient: Record<Language, readonly string[]> = {
  fr: [
    'Pourquoi ce score ?',
    'Où se situe ce client parmi les clients semblables ?',
    'Que changer pour améliorer l’avis ?',
  ],
  en: [
    'Why this score?',
    'How does this client compare with similar clients?',
    'What changes would turn the advice?',
  ],
}

const ofModel: Record<Language, readonly string[]> = {
  fr: ['Que vaut le modèle ?', 'Les données ont-elles dérivé ?', 'Qu’est-ce que le seuil de refus ?'],
  en: ['How good is the model?', 'Have the data drifted?', 'What is the decision threshold?'],
}

/** Three questions without a figure that can be asked here. */
export function exampleQuestions({
  hasClient,
  language,
}: {
  hasClient: boolean
  language: Language
}): readonly string[] {
  return hasClient ? ofClient[language] : ofModel[language]
}
