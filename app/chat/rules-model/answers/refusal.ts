import { type ErrorCode, errorCatalogue } from '#core/contracts/advisor-error.ts'
import type { Language } from '#core/contracts/language.ts'
import { formatMessage } from '../../../messages/format-message.ts'
import { chooseErrorWords } from '../../../panels/choose-error-words.ts'
import type { AnswerContext, CallResult } from '../answer-context.ts'

interface Words {
  unknownClient: (client: string) => string
  nearest: (clients: string) => string
  size: (count: number) => string
  tooSmall: (group: string, size: string, smallest: string) => string
  implausible: (value: string, lowest: string, highest: string) => string
  refused: (words: string) => string
  silent: string
}

const words: Record<Language, Words> = {
  fr: {
    unknownClient: (client) => `Le client ${client} n’est pas dans les données. Vérifiez le numéro`,
    nearest: (clients) => ` ; les plus proches sont ${clients}`,
    size: (count) => (count === 0 ? 'aucun client' : `que ${count} client${count > 1 ? 's' : ''}`),
    tooSmall: (group, size, smallest) =>
      `Le groupe « ${group} » ne compte ${size} : il en faut au moins ${smallest}, sans quoi la comparaison tiendrait du hasard. Élargissez un critère, ou comparez avec les clients semblables.`,
    implausible: (value, lowest, highest) =>
      `La valeur ${value} n’est pas plausible : il en faut une entre ${lowest} et ${highest}. Corrigez-la et redemandez.`,
    refused: (said) => `La demande n’a pas été acceptée : « ${said} »`,
    silent:
      'Je n’ai pas reçu de quoi répondre. Reposez la question ; si cela persiste, prévenez qui gère le service.',
  },
  en: {
    unknownClient: (client) => `Client ${client} is not in the data. Check the number`,
    nearest: (clients) => `; the nearest are ${clients}`,
    size: (count) => (count === 0 ? 'no client' : `only ${count} client${count > 1 ? 's' : ''}`),
    tooSmall: (group, size, smallest) =>
      `The group “${group}” holds ${size}: it takes at least ${smallest}, or the comparison would be down to chance. Widen a criterion, or compare with similar clients.`,
    implausible: (value, lowest, highest) =>
      `The value ${value} is not plausible: it has to lie between ${lowest} and ${highest}. Correct it and ask again.`,
    refused: (said) => `The request was not accepted: “${said}”`,
    silent: 'I received nothing to answer from. Ask again; if it persists, tell who runs the service.',
  },
}

/** Says why there is no answer and what to do: in the words of the page where the error's code is known. */
export function composeRefusal({ language, format, results }: AnswerContext): string {
  const refused = results.find(({ answer, refusal }) => answer === null && refusal.trim() !== '')
  return refused ? sayRefusal(refused, language, format) : words[language].silent
}

function sayRefusal({ refusal }: CallResult, language: Language, format: AnswerContext['format']): string {
  const { code, said } = parseRefusal(refusal)
  if (code === null) return said
  const special = saySpecial(code, said, language, format)
  if (special) return special
  if (code === 'INVALID_INPUT' || code === 'UNKNOWN_FEATURE') return words[language].refused(said)
  const status = code in errorCatalogue ? errorCatalogue[code as ErrorCode].httpStatus : 500
  const { body } = chooseErrorWords({
    status,
    code: code as ErrorCode,
    isBadClientId: false,
    nearestClientIds: [],
  })
  return formatMessage(language, body)
}

/**
 * The tool's words begin with the code of the catalogue, behind the protocol's own where a resource was read; those of
 * the conversation's own checks have none.
 */
function parseRefusal(refusal: string): { code: string | null; said: string } {
  const match = /^(?:MCP error -?\d+: )?([A-Z][A-Z_]+): ([\s\S]*)$/.exec(refusal)
  return match ? { code: match[1] ?? null, said: match[2] ?? '' } : { code: null, said: refusal }
}

function saySpecial(
  code: string,
  said: string,
  language: Language,
  format: AnswerContext['format'],
): string | null {
  const say = words[language]
  if (code === 'UNKNOWN_CLIENT') {
    const [asked, ...nearest] = (said.match(/\d+/g) ?? []).map((digits) => format.clientId(Number(digits)))
    const near = nearest.length > 0 ? say.nearest(nearest.join(', ')) : ''
    return `${say.unknownClient(asked ?? '')}${near}.`
  }
  if (code === 'COHORT_TOO_SMALL') {
    const match = /"(.*)" holds (\d+) clients?\. Expected at least (\d+)/.exec(said)
    return match && say.tooSmall(match[1] ?? '', say.size(Number(match[2])), match[3] ?? '')
  }
  const match = /= (\S+) is not plausible\. Expected a value from (\S+) to (\S+)\./.exec(said)
  const [value, lowest, highest] = (match ?? []).slice(1).map((digits) => format.plain(Number(digits)))
  return value && lowest && highest ? say.implausible(value, lowest, highest) : null
}
