import type { Language } from '../contracts/language.ts'
import { formatNumber } from '../contracts/wording/format-number.ts'
import type { Labels } from './read-labels.ts'

export interface DescribedClient {
  ageYears: number | null
  creditAmount: number | null
  contractType: string | null
  incomeType: string | null
  occupationType: string | null
}

/** One line that tells clients apart: contract and amount, age, occupation or source of income. */
export function describeClient(client: DescribedClient, labels: Labels, language: Language): string {
  const label = (field: 'contractType' | 'incomeType' | 'occupationType') => {
    const value = client[field]
    return value === null ? null : (labels.categories[field]?.[value] ?? value)
  }
  const contract = label('contractType')
  const amount = client.creditAmount === null ? null : formatNumber(client.creditAmount, language)
  const age = client.ageYears === null ? null : Math.floor(client.ageYears)
  const years = language === 'fr' ? 'ans' : 'years old'
  return [
    [contract, amount].filter(Boolean).join(' '),
    age === null ? null : `${age} ${years}`,
    label('occupationType') ?? label('incomeType'),
  ]
    .filter(Boolean)
    .join(', ')
}
