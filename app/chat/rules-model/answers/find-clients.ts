import type { Language } from '#core/contracts/language.ts'
import { type SearchClientsAnswer, searchClientsAnswerSchema } from '#core/contracts/search-clients.ts'
import { adviceWords } from '#core/contracts/wording/describe-score.ts'
import type { AnswerContext } from '../answer-context.ts'
import { readAnswer } from '../read-answer.ts'

interface Words {
  none: string
  all: (count: string) => string
  first: (count: string) => string
  client: (client: Record<'number' | 'description' | 'risk' | 'advice' | 'riskClass', string>) => string
}

const words: Record<Language, Words> = {
  fr: {
    none: 'Aucun numéro de client ne commence ainsi. Cherchez par les premiers chiffres du numéro.',
    all: (count) => `Clients trouvés : ${count}.`,
    first: (count) => `Clients trouvés : ${count} ; voici les premiers.`,
    client: ({ number, description, risk, advice, riskClass }) =>
      `**${number}** : ${description} ; probabilité de défaut de ${risk}, ${advice}, classe ${riskClass}`,
  },
  en: {
    none: 'No client number begins like that. Search by the first digits of the number.',
    all: (count) => `Clients found: ${count}.`,
    first: (count) => `Clients found: ${count}; here are the first ones.`,
    client: ({ number, description, risk, advice, riskClass }) =>
      `**${number}**: ${description}; probability of default of ${risk}, ${advice}, class ${riskClass}`,
  },
}

/** The clients that match, each with its number and what tells it apart. */
export function composeFindClients(context: AnswerContext): string | null {
  const answer = readAnswer(context.results, 'searchClients', searchClientsAnswerSchema)
  if (!answer) return null
  const { language, format } = context
  const { none, all, first } = words[language]
  if (answer.clients.length === 0) return none
  const head = (answer.nextCursor === null ? all : first)(format.integer(answer.matchCount))
  return [head, ...answer.clients.map((client) => `- ${sayFound(client, context)}`)].join('\n')
}

function sayFound(
  client: SearchClientsAnswer['clients'][number],
  { language, format }: AnswerContext,
): string {
  return words[language].client({
    number: format.clientId(client.clientId),
    description: client.description,
    risk: format.probability(client.probabilityOfDefault),
    advice: adviceWords[language][client.advice],
    riskClass: client.riskClass,
  })
}
