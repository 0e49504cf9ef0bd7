import { clientArguments, type PromptDefinition } from '../prompt-definition.ts'

export const compareWithSimilarPrompt: PromptDefinition = {
  name: 'compareWithSimilar',
  title: 'Comparer aux clients semblables · Compare with similar clients',
  description: 'Where a client stands among the clients most like them, and among all.',
  arguments: clientArguments,
  compose: {
    fr: (clientId) =>
      `Situe le client ${clientId} parmi les clients qui lui ressemblent.
1. Appelle compareCohort pour lui avec cohort {"kind":"similar"}, puis avec cohort {"kind":"all"}.
2. Dis pour chaque groupe sa taille, son taux de défaut observé et le rang du client par son percentile.
3. Montre les deux ou trois caractéristiques où il s’écarte le plus de la médiane de ses semblables, et de quel côté.
Un percentile est une position, pas une cause : ne conclus pas au-delà des chiffres des outils.`,
    en: (clientId) =>
      `Place client ${clientId} among the clients most like them.
1. Call compareCohort for them with cohort {"kind":"similar"}, then with cohort {"kind":"all"}, with language "en".
2. For each group give its size, its observed default rate and the client’s rank by percentile.
3. Show the two or three features in which they differ most from the median of their like, and on which side.
A percentile is a position, not a cause: conclude nothing beyond the tools’ figures.`,
  },
}
