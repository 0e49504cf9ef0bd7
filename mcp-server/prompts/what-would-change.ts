import { clientArguments, type PromptDefinition } from '../prompt-definition.ts'

export const whatWouldChangePrompt: PromptDefinition = {
  name: 'whatWouldChange',
  title: 'Ce qui changerait l’avis · What would change the advice',
  description:
    'The smallest changes of the request that would turn the advice, each verified by scoring again.',
  arguments: clientArguments,
  compose: {
    fr: (clientId) =>
      `Qu’est-ce qui changerait l’avis pour le client ${clientId} ?
1. Appelle scoreClient puis suggestChanges pour lui.
2. Présente chaque changement proposé : ce qui change, de combien, et l’avis et la probabilité obtenus. S’il n’y en a aucun, dis-le.
3. Vérifie le plus simple avec simulateClient et donne le résultat.
4. Dis ce que le client ne peut pas changer sans le lui reprocher : âge, famille et historique ne se négocient pas.
Ne propose rien que l’outil n’ait vérifié.`,
    en: (clientId) =>
      `What would change the advice for client ${clientId}?
1. Call scoreClient, then suggestChanges for them with language "en".
2. Present each change proposed: what changes, by how much, and the advice and probability it leads to. If there is none, say so.
3. Verify the simplest with simulateClient and give the result.
4. Name what the client cannot change without blaming them: age, family and history are not negotiable.
Propose nothing that the tool has not verified.`,
  },
}
