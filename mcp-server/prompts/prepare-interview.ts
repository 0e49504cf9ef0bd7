import { clientArguments, type PromptDefinition } from '../prompt-definition.ts'

export const prepareInterviewPrompt: PromptDefinition = {
  name: 'prepareInterview',
  title: 'Préparer un entretien · Prepare an interview',
  description:
    'A one-page brief before meeting a client: application, advice, reasons, questions to ask, ways forward.',
  arguments: clientArguments,
  compose: {
    fr: (clientId) =>
      `Prépare mon entretien avec le client ${clientId} : une fiche d’une page.
1. Lis la ressource client://${clientId}/profile, puis appelle explainClient et suggestChanges pour lui.
2. Résume la demande en deux lignes : qui, quel crédit, quels revenus.
3. Donne l’avis, la classe de risque et la probabilité de remboursement, puis les points forts et les points faibles.
4. Propose trois questions à poser, chacune liée à une raison ou à une donnée manquante.
5. Termine par les changements que l’outil propose, s’il y en a.
Reprends les chiffres tels quels ; l’avis n’est pas une décision.`,
    en: (clientId) =>
      `Prepare my interview with client ${clientId}: a one-page brief.
1. Read the resource client://${clientId}/profile, then call explainClient and suggestChanges for them with language "en".
2. Sum up the application in two lines: who, which credit, which income.
3. Give the advice, the risk class and the probability of repayment, then strengths and weaknesses.
4. Propose three questions to ask, each tied to a reason or to something unknown.
5. End with the changes that the tool proposes, if any.
Quote figures as they are; the advice is not a decision.`,
  },
}
