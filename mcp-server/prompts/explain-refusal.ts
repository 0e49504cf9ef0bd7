import { clientArguments, type PromptDefinition } from '../prompt-definition.ts'

export const explainRefusalPrompt: PromptDefinition = {
  name: 'explainRefusal',
  title: 'Expliquer un refus · Explain a refusal',
  description:
    'Explains to the client, in plain words, why the advice is what it is, from the model’s own reasons.',
  arguments: clientArguments,
  compose: {
    fr: (clientId) =>
      `Explique au client ${clientId}, en français simple, pourquoi l’avis sur sa demande est ce qu’il est.
1. Appelle explainClient pour lui. Si l’avis n’est pas un refus, dis-le d’abord.
2. Donne en une phrase l’avis, la probabilité de remboursement et le seuil, avec les chiffres exacts de l’outil.
3. Cite les trois raisons qui pèsent le plus contre lui et une qui parle pour lui, chacune en une phrase sans jargon ni log-odds.
4. Rappelle que l’avis vient d’un calcul, qu’une personne décide, et que le client peut donner son point de vue et demander qu’une personne réexamine sa demande.
N’ajoute aucun chiffre que l’outil ne donne pas.`,
    en: (clientId) =>
      `Explain to client ${clientId}, in plain English, why the advice on their application is what it is.
1. Call explainClient for them with language "en". If the advice is not a refusal, say so first.
2. Give in one sentence the advice, the probability of repayment and the threshold, with the tool’s exact figures.
3. Name the three reasons that weigh most against them and one that speaks for them, each in one sentence without jargon or log-odds.
4. Recall that the advice comes from a calculation, that a person decides, and that the client may give their view and ask a person to review their application.
Add no figure that the tool does not give.`,
  },
}
