import { type ClientField, type ClientProfile, clientProfileSchema } from '#core/contracts/client-profile.ts'
import type { Language } from '#core/contracts/language.ts'
import { formatMessage } from '../../../messages/format-message.ts'
import type { Intent } from '../../understanding/reading.ts'
import { type AnswerContext, labelCategory } from '../answer-context.ts'
import { readAnswer } from '../read-answer.ts'
import { sayClient } from '../say-client.ts'

const words: Record<Language, { head: (client: string) => string; rating: string; colon: string }> = {
  fr: {
    head: (client) => `Ce que la demande dit de ${client} :`,
    rating: 'plus bas est meilleur',
    colon: ' : ',
  },
  en: { head: (client) => `What the application says of ${client}:`, rating: 'lower is better', colon: ': ' },
}

/** Digits in a name would be read as a figure, and a “note” as a theme’s mark. */
const ownLabels: Record<Language, Partial<Record<ClientField, string>>> = {
  fr: {
    regionRating: 'Classement de la région',
    externalScore1: 'Premier score externe',
    externalScore2: 'Deuxième score externe',
    externalScore3: 'Troisième score externe',
  },
  en: {
    externalScore1: 'First external score',
    externalScore2: 'Second external score',
    externalScore3: 'Third external score',
  },
}

const yearWords: Record<Language, Partial<Record<Intl.LDMLPluralRule, string>>> = {
  fr: { one: 'an', other: 'ans' },
  en: { one: 'year', other: 'years' },
}

/** What the application says: the fields asked for, or all of them. */
export function composeProfile(
  { fields }: Extract<Intent, { kind: 'profile' }>,
  context: AnswerContext,
): string | null {
  const profile = readAnswer(context.results, 'readResource', clientProfileSchema)
  if (!profile) return null
  const { head, colon } = words[context.language]
  const asked = fields.length > 0 ? fields : (Object.keys(profile) as ClientField[]).filter(isField)
  const lines = asked.map((field) => ({
    label: ownLabels[context.language][field] ?? formatMessage(context.language, `field.${field}`),
    text: sayField(profile, field, context),
  }))
  const [only] = lines
  if (lines.length === 1 && only) return `${only.label}${colon}**${only.text}**.`
  return [
    head(sayClient(context, profile.clientId)),
    ...lines.map(({ label, text }) => `- ${label}${colon}${text}`),
  ].join('\n')
}

function isField(key: string): key is ClientField {
  return key !== 'clientId' && key !== 'window'
}

function sayField(profile: ClientProfile, field: ClientField, context: AnswerContext): string {
  const { language, format } = context
  const content = profile[field]
  if (content === null) return sayMissing(field, language)
  if (typeof content === 'boolean') {
    return formatMessage(language, content ? 'profile.yes' : 'profile.no').toLowerCase()
  }
  if (typeof content === 'string') return labelCategory(context, field, content)
  if (/Amount$/.test(field)) return format.money(content)
  if (/^externalScore/.test(field)) return format.decimal(content, 2)
  if (/Years$/.test(field)) return sayYears(content, context)
  if (field === 'regionRating') return `${format.integer(content)} (${words[language].rating})`
  return format.integer(content)
}

/** With one decimal: whole years would be rounded down, and no longer the figure that the record holds. */
function sayYears(years: number, { language, format }: AnswerContext): string {
  const rule = new Intl.PluralRules(language).select(years)
  return `${format.compact(years)} ${yearWords[language][rule] ?? yearWords[language].other}`
}

function sayMissing(field: ClientField, language: Language): string {
  if (field === 'employmentYears') return formatMessage(language, 'profile.missing.employment').toLowerCase()
  const isScore = /^externalScore/.test(field)
  return formatMessage(language, isScore ? 'profile.missing.score' : 'profile.missing').toLowerCase()
}
