import { generalArguments, type PromptDefinition } from '../prompt-definition.ts'

export const watchDriftPrompt: PromptDefinition = {
  name: 'watchDrift',
  title: 'Surveiller la dérive · Watch drift',
  description: 'Whether today’s clients still look like those the model learned from, and what that costs.',
  arguments: generalArguments,
  compose: {
    fr: () =>
      `Les données ont-elles dérivé depuis l’entraînement du modèle ?
1. Appelle driftReport, et lis la ressource model://evaluation pour le niveau de départ.
2. Donne le verdict d’ensemble : combien de colonnes ont dérivé, sur combien, et le seuil.
3. Cite les cinq colonnes qui comptent le plus, leur test et leur statistique, en mots d’abord.
4. Dis comment la prédiction et le coût attendu par client ont bougé, et ce que tu surveillerais.
Une dérive des données n’est pas une perte de qualité prouvée : sans résultats connus, dis-le.`,
    en: () =>
      `Have the data drifted since the model was trained?
1. Call driftReport with language "en", and read the resource model://evaluation for the starting level.
2. Give the overall verdict: how many columns drifted, of how many, and the threshold.
3. Name the five columns that matter most, their test and their statistic, in words first.
4. Say how the prediction and the expected cost a client moved, and what you would watch.
Drift of the data is no proof of lost quality: without known outcomes, say so.`,
  },
}
