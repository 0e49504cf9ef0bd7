import type { ClientFilters } from '../client-filters.ts'
import type { Language } from '../language.ts'
import type { ValueFormat } from './format-feature-value.ts'
import { formatAmount, formatNumber } from './format-number.ts'

type Range = { min?: number | undefined; max?: number | undefined }
type FieldWords = Record<Language, string>

/** Words before a category; empty where the category speaks for itself. In the order in which they are said. */
const categoryFields = {
  incomeType: { fr: '', en: '' },
  occupationType: { fr: '', en: '' },
  familyStatus: { fr: '', en: '' },
  educationType: { fr: '', en: '' },
  organizationType: { fr: 'employeur : ', en: 'employer: ' },
  housingType: { fr: 'logement : ', en: 'housing: ' },
  contractType: { fr: '', en: '' },
} as const satisfies Partial<Record<keyof ClientFilters, FieldWords>>

const rangeFields = {
  employmentYears: { fr: 'ancienneté dans l’emploi', en: 'years in the job', unit: 'years' },
  annualIncomeAmount: { fr: 'revenu annuel', en: 'annual income', unit: 'amount' },
  creditAmount: { fr: 'crédit', en: 'credit', unit: 'amount' },
  annuityAmount: { fr: 'annuité', en: 'annuity', unit: 'amount' },
  goodsPriceAmount: { fr: 'prix du bien', en: 'price of the goods', unit: 'amount' },
  childrenCount: { fr: 'nombre d’enfants', en: 'number of children', unit: 'count' },
  familyMemberCount: { fr: 'personnes au foyer', en: 'household members', unit: 'count' },
  regionRating: { fr: 'note de la région', en: 'region rating', unit: 'count' },
  externalScore1: { fr: 'score externe 1', en: 'external score 1', unit: 'count' },
  externalScore2: { fr: 'score externe 2', en: 'external score 2', unit: 'count' },
  externalScore3: { fr: 'score externe 3', en: 'external score 3', unit: 'count' },
} as const satisfies Partial<Record<keyof ClientFilters, FieldWords & { unit: string }>>

const flagFields = {
  ownsCar: { fr: ['sans voiture', 'avec voiture'], en: ['without a car', 'with a car'] },
  ownsRealty: { fr: ['non propriétaire', 'propriétaire'], en: ['not a home owner', 'home owner'] },
} as const

const mostCategories = 3

/** What each category of a field is called, by field and category. */
export type CategoryLabels = Readonly<
  Partial<Record<keyof ClientFilters, Readonly<Record<string, string>> | undefined>>
>

/** A group of clients in a few words: "Retraité, 40 à 60 ans". Empty without filters. */
export function describeFilters(filters: ClientFilters, labels: CategoryLabels, format: ValueFormat): string {
  const { language } = format
  const parts = [
    ...Object.entries(categoryFields).map(([field, words]) =>
      sayCategories(filters, field as keyof typeof categoryFields, words[language], labels, language),
    ),
    filters.ageYears && sayAge(filters.ageYears, language),
    ...Object.entries(rangeFields).map(([field, words]) => {
      const range = filters[field as keyof typeof rangeFields]
      return range && `${words[language]} ${sayRange(range, words.unit, format)}`
    }),
    ...Object.entries(flagFields).map(([field, words]) => {
      const flag = filters[field as keyof typeof flagFields]
      return flag === undefined ? undefined : words[language][flag ? 1 : 0]
    }),
  ].filter((part) => part !== undefined)
  const text = parts.join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function sayCategories(
  filters: ClientFilters,
  field: keyof typeof categoryFields,
  before: string,
  labels: CategoryLabels,
  language: Language,
): string | undefined {
  const asked = filters[field]
  if (asked === undefined) return undefined
  const categories = [asked].flat()
  const named = categories.slice(0, mostCategories).map((category) => labels[field]?.[category] ?? category)
  const others = categories.length - named.length
  const more = others > 0 ? [language === 'fr' ? `${others} autres` : `${others} others`] : []
  return before + [...named, ...more].join(language === 'fr' ? ' ou ' : ' or ')
}

function sayAge({ min, max }: Range, language: Language): string {
  const [low, high] = [min, max].map((age) =>
    age === undefined ? undefined : formatNumber(age, language, 1),
  )
  const years = language === 'fr' ? 'ans' : 'years old'
  if (low !== undefined && low === high) return `${low} ${years}`
  if (low === undefined) return language === 'fr' ? `${high} ans au plus` : `at most ${high} years old`
  if (high === undefined) return language === 'fr' ? `${low} ans ou plus` : `at least ${low} years old`
  return `${low} ${language === 'fr' ? 'à' : 'to'} ${high} ${years}`
}

function sayRange({ min, max }: Range, unit: string, format: ValueFormat): string {
  const isFrench = format.language === 'fr'
  const [low, high] = [min, max].map((end) => (end === undefined ? undefined : sayEnd(end, unit, format)))
  if (low === high) return `${isFrench ? 'de ' : ''}${low}`
  if (low === undefined) return `${isFrench ? 'd’au plus' : 'at most'} ${high}`
  if (high === undefined) return `${isFrench ? 'd’au moins' : 'at least'} ${low}`
  return isFrench ? `de ${low} à ${high}` : `${low} to ${high}`
}

function sayEnd(end: number, unit: string, { language, currency }: ValueFormat): string {
  if (unit === 'amount') return formatAmount(end, language, currency)
  const number = formatNumber(end, language, 3)
  return unit === 'years' && language === 'fr' ? `${number} ans` : number
}
