import type { Language } from '../language.ts'

/** What is said wherever a figure is shown that comes from a model trained on other data than it serves. */
export function describeOriginNotice(trainedOn: 'demo' | 'import', language: Language): string {
  const french =
    trainedOn === 'demo'
      ? 'Attention : le modèle a été entraîné sur les données de démonstration et non sur celles qu’il évalue ici ; ses chiffres ne peuvent fonder aucune décision.'
      : 'Attention : le modèle a été entraîné sur d’autres données que celles qu’il évalue ici ; ses chiffres sont à vérifier avant toute décision.'
  const english =
    trainedOn === 'demo'
      ? 'Caution: the model was trained on demo data, not on the data it scores here; no decision can rest on its figures.'
      : 'Caution: the model was trained on other data than it scores here; check its figures before any decision.'
  return language === 'fr' ? french : english
}
