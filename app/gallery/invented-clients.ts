import type { ClientProfile } from '#core/contracts/client-profile.ts'
import type { Language } from '#core/contracts/language.ts'
import type { Provenance } from '#core/contracts/provenance.ts'
import type { CategoryLabels } from '../category-labels.ts'

/** Everything in this folder is invented, for the gallery and its tests: no panel of the product reads it. */
export const inventedProvenance: Provenance = {
  modelVersion: 'gallery',
  modelSha256: 'a'.repeat(64),
  dataVersion: 'invented',
  computedAt: '2026-11-24T20:00:00Z',
}

export const inventedProfile: ClientProfile = {
  clientId: 104218,
  window: 'train',
  ageYears: 41.4,
  employmentYears: 1.78,
  annualIncomeAmount: 202500,
  creditAmount: 406597.5,
  annuityAmount: 20580,
  goodsPriceAmount: 351000,
  contractType: 'Cash loans',
  incomeType: 'Working',
  occupationType: 'Laborers',
  organizationType: 'School',
  educationType: 'Secondary',
  familyStatus: 'Married',
  housingType: 'House',
  childrenCount: 1,
  familyMemberCount: 3,
  ownsCar: false,
  ownsRealty: true,
  regionRating: 2,
  externalScore1: 0.31,
  externalScore2: 0.14,
  externalScore3: 0.42,
}

export const silentProfile: ClientProfile = {
  ...inventedProfile,
  annualIncomeAmount: null,
  annuityAmount: null,
  goodsPriceAmount: null,
  contractType: null,
  externalScore1: null,
}

const labels: Record<Language, CategoryLabels> = {
  fr: {
    contractType: { 'Cash loans': 'Prêt personnel', 'Revolving loans': 'Crédit renouvelable' },
    incomeType: { Working: 'Salarié', Pensioner: 'Retraité' },
    educationType: { Secondary: 'Lycée ou filière professionnelle', Higher: 'Études supérieures' },
    familyStatus: { Married: 'Marié', Single: 'Célibataire' },
  },
  en: {
    contractType: { 'Cash loans': 'Cash loan', 'Revolving loans': 'Revolving credit' },
    incomeType: { Working: 'Employee', Pensioner: 'Pensioner' },
    educationType: { Secondary: 'Secondary or vocational', Higher: 'Higher education' },
    familyStatus: { Married: 'Married', Single: 'Single' },
  },
}

export function inventLabels(language: Language): CategoryLabels {
  return labels[language]
}
