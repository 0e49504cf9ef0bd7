import type { Language } from '#core/contracts/language.ts'
import type { Intent, IntentOfClient } from '../../understanding/reading.ts'
import type { AnswerContext } from '../answer-context.ts'

type Missing = Extract<Intent, { kind: 'missing' }>

interface Words {
  purposes: Record<IntentOfClient, string>
  asks: Record<Missing['of'], (purpose: string) => string>
}

const words: Record<Language, Words> = {
  fr: {
    purposes: {
      score: 'donner un score',
      reasons: 'expliquer un score',
      themes: 'dire ce que pèsent les thèmes',
      featureEffect: 'dire l’effet d’une caractéristique',
      profile: 'lire un dossier',
      compare: 'comparer',
      simulate: 'simuler',
      suggest: 'chercher ce qui améliorerait un avis',
      decide: 'dire ce que le modèle conseille',
    },
    asks: {
      client: (purpose) =>
        `Pour ${purpose}, il me faut un client. Ouvrez sa page, ou écrivez son numéro dans la question, par exemple : « Quel est le score du client… », suivi du numéro.`,
      change: () =>
        'Que faut-il changer, et de combien ? Le montant, la durée, l’échéance, le prix du bien, le revenu annuel ou le type de contrat, par une valeur ou par un pourcentage. Par exemple : « Et avec un crédit renouvelable ? »',
      group: () =>
        'Avec qui faut-il comparer ? Avec tous les clients, avec les plus semblables, ou avec un groupe : âge, revenus, profession, études, contrat, région… Par exemple : « Et parmi les retraités ? »',
    },
  },
  en: {
    purposes: {
      score: 'give a score',
      reasons: 'explain a score',
      themes: 'say what the themes weigh',
      featureEffect: 'say what a feature does',
      profile: 'read a file',
      compare: 'compare',
      simulate: 'simulate',
      suggest: 'look for what would improve an advice',
      decide: 'say what the model advises',
    },
    asks: {
      client: (purpose) =>
        `To ${purpose} I need a client. Open the client’s page, or write the number in your question, for example: “What is the score of client…”, followed by the number.`,
      change: () =>
        'What is to change, and by how much? The amount, the term, the instalment, the price of the goods, the annual income or the type of contract, by a value or a percentage. For example: “And with a revolving credit?”',
      group: () =>
        'With whom shall I compare? With all clients, with the most similar ones, or with a group: age, income, occupation, education, contract, region… For example: “And among pensioners?”',
    },
  },
}

/** Asks for what a question lacks. */
export function composeMissing({ of, intent }: Missing, { language }: AnswerContext): string {
  const { purposes, asks } = words[language]
  return asks[of](purposes[intent])
}
