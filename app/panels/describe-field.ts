import type { ClientField, ClientProfile } from '#core/contracts/client-profile.ts'
import type { CategoryLabels } from '../category-labels.ts'
import type { Messages } from '../components/use-messages.ts'
import { formatDuration } from '../format/format-duration.ts'
import { profileCategoryFields } from './profile-groups.ts'

const amountFields = new Set<ClientField>([
  'annualIncomeAmount',
  'creditAmount',
  'annuityAmount',
  'goodsPriceAmount',
])
const scoreFields = new Set<ClientField>(['externalScore1', 'externalScore2', 'externalScore3'])
const categoryFields = new Set<ClientField>(profileCategoryFields)

export interface DescribedField {
  text: string
  isMissing: boolean
}

/** What a field holds, in the page's words and formats. What is missing is said, never shown as a blank or a zero. */
export function describeField(
  profile: ClientProfile,
  field: ClientField,
  labels: CategoryLabels,
  messages: Messages,
): DescribedField {
  const content = profile[field]
  if (content === null) return { text: describeMissing(field, messages), isMissing: true }
  return { text: describePresent(field, content, labels, messages), isMissing: false }
}

function describeMissing(field: ClientField, { t }: Messages): string {
  if (field === 'employmentYears') return t('profile.missing.employment')
  return t(scoreFields.has(field) ? 'profile.missing.score' : 'profile.missing')
}

function describePresent(
  field: ClientField,
  content: string | number | boolean,
  labels: CategoryLabels,
  { t, format, language }: Messages,
): string {
  if (typeof content === 'boolean') return t(content ? 'profile.yes' : 'profile.no')
  if (typeof content === 'string') {
    return categoryFields.has(field) ? (labels[field]?.[content] ?? content) : content
  }
  if (amountFields.has(field)) return format.money(content)
  if (scoreFields.has(field)) return format.decimal(content, 2)
  if (field === 'ageYears') return t('duration.years', { years: Math.floor(content) })
  if (field === 'employmentYears') return formatDuration(language, content)
  if (field === 'regionRating') return t('profile.rating', { rating: format.integer(content) })
  return format.integer(content)
}
