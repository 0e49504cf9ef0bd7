import type { Language } from '#core/contracts/language.ts'
import type { AnswerContext } from '../answer-context.ts'
import { exampleQuestions } from '../example-questions.ts'

interface Words {
  greeting: string
  thanks: string
  help: string
  skills: readonly string[]
  limits: string
  unknown: string
}

const words: Record<Language, Words> = {
  fr: {
    greeting:
      'Bonjour. Je suis un programme, pas une personne : je réponds sur les clients et sur le modèle, avec leurs chiffres. Par exemple :',
    thanks: 'Avec plaisir. Posez-moi une autre question quand vous voulez.',
    help: '**Voici ce que je sais faire :**',
    skills: [
      'donner le score d’un client, sa classe de risque et l’avis du modèle',
      'dire pourquoi : les raisons, les thèmes, l’effet d’une caractéristique',
      'lire le dossier : revenus, crédit, emploi, famille, logement',
      'comparer avec tous les clients, avec un groupe ou avec les plus semblables',
      'simuler un autre montant, une autre durée, un autre revenu ou un autre contrat',
      'chercher ce qui améliorerait l’avis',
      'dire si les données ont dérivé et ce que vaut le modèle',
      'définir les termes, et trouver des clients par le début de leur numéro',
    ],
    limits:
      'Je ne décide rien et n’invente aucun chiffre : chacun vient d’un outil, et un clic dessus montre d’où.',
    unknown: 'Je n’ai pas compris la question. Vous pouvez me demander, par exemple :',
  },
  en: {
    greeting:
      'Hello. I am a program, not a person: I answer about the clients and the model, with their figures. For example:',
    thanks: 'You are welcome. Ask me another question whenever you like.',
    help: '**This is what I can do:**',
    skills: [
      'give a client’s score, risk class and the model’s advice',
      'say why: the reasons, the themes, the effect of one feature',
      'read the file: income, credit, job, family, housing',
      'compare with all clients, with a group or with the most similar ones',
      'simulate another amount, term, income or contract',
      'look for what would improve the advice',
      'say whether the data have drifted and how good the model is',
      'define terms, and find clients by the first digits of their number',
    ],
    limits:
      'I decide nothing and make no figure up: each comes from a tool, and a click on it shows from where.',
    unknown: 'I did not understand the question. You can ask me, for example:',
  },
}

/** A greeting that says what answers, with questions to begin with. */
export function composeGreeting(context: AnswerContext): string {
  return `${words[context.language].greeting}\n${listExamples(context)}`
}

/** To thanks. */
export function composeThanks({ language }: AnswerContext): string {
  return words[language].thanks
}

/** What can be asked. */
export function composeHelp({ language }: AnswerContext): string {
  const { help, skills, limits } = words[language]
  return [[help, ...skills.map((skill) => `- ${skill}`)].join('\n'), limits].join('\n\n')
}

/** Says plainly that a question was not understood, with some that would be. */
export function composeUnknown(context: AnswerContext): string {
  return `${words[context.language].unknown}\n${listExamples(context)}`
}

function listExamples({ clientId, language }: AnswerContext): string {
  return exampleQuestions({ hasClient: clientId !== null, language })
    .map((question) => (language === 'fr' ? `- « ${question} »` : `- “${question}”`))
    .join('\n')
}
