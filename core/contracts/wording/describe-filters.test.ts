import { describe, expect, test } from 'vitest'
import type { ClientFilters } from '../client-filters.ts'
import { describeFilters } from './describe-filters.ts'

const labels = {
  fr: {
    incomeType: { Pensioner: 'Retraité', Working: 'Salarié' },
    housingType: { 'Rented apartment': 'Location' },
  },
  en: {
    incomeType: { Pensioner: 'Pensioner', Working: 'Employee' },
    housingType: { 'Rented apartment': 'Rented flat' },
  },
}
const say = (filters: ClientFilters, language: 'fr' | 'en') =>
  describeFilters(filters, labels[language], { language, currency: 'EUR' }).replaceAll(/[\u00a0\u202f]/g, ' ')

describe('A group is named by its filters', () => {
  test.each<[ClientFilters, string, string]>([
    [
      { ageYears: { min: 40, max: 60 }, incomeType: 'Pensioner' },
      'Retraité, 40 à 60 ans',
      'Pensioner, 40 to 60 years old',
    ],
    [{ ageYears: { min: 40 } }, '40 ans ou plus', 'At least 40 years old'],
    [{ ageYears: { max: 25.5 } }, '25,5 ans au plus', 'At most 25.5 years old'],
    [{ incomeType: ['Pensioner', 'Working'] }, 'Retraité ou Salarié', 'Pensioner or Employee'],
    [
      { creditAmount: { min: 100000, max: 250000 }, ownsCar: true, ownsRealty: false },
      'Crédit de 100 000 € à 250 000 €, avec voiture, non propriétaire',
      'Credit €100,000 to €250,000, with a car, not a home owner',
    ],
    [{ housingType: 'Rented apartment' }, 'Logement : Location', 'Housing: Rented flat'],
    [{ regionRating: { min: 3, max: 3 } }, 'Note de la région de 3', 'Region rating 3'],
    [
      { employmentYears: { max: 2 } },
      'Ancienneté dans l’emploi d’au plus 2 ans',
      'Years in the job at most 2',
    ],
    [
      { organizationType: ['a', 'b', 'c', 'd', 'e'] },
      'Employeur : a ou b ou c ou 2 autres',
      'Employer: a or b or c or 2 others',
    ],
    [{}, '', ''],
  ])('%j', (filters, french, english) => {
    expect([say(filters, 'fr'), say(filters, 'en')]).toEqual([french, english])
  })
})
