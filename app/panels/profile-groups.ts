import type { ClientField } from '#core/contracts/client-profile.ts'
import type { MessageKey } from '../messages/fr.ts'

export interface ProfileGroup {
  title: MessageKey
  note?: MessageKey
  /** Scores on one scale stand beside each other; everything else is a list. */
  layout?: 'side-by-side'
  fields: ClientField[]
}

/** Every descriptive field, by theme, in reading order. */
export const profileGroups: ProfileGroup[] = [
  {
    title: 'profile.group.request',
    fields: ['contractType', 'creditAmount', 'annuityAmount', 'goodsPriceAmount'],
  },
  {
    title: 'profile.group.work',
    fields: ['annualIncomeAmount', 'incomeType', 'occupationType', 'organizationType', 'employmentYears'],
  },
  {
    title: 'profile.group.person',
    fields: ['ageYears', 'familyStatus', 'childrenCount', 'familyMemberCount', 'educationType'],
  },
  { title: 'profile.group.home', fields: ['housingType', 'ownsRealty', 'ownsCar', 'regionRating'] },
  {
    title: 'profile.group.scores',
    note: 'profile.score.note',
    layout: 'side-by-side',
    fields: ['externalScore1', 'externalScore2', 'externalScore3'],
  },
]

/** Fields whose values are the data's own words and need a label. */
export const profileCategoryFields = [
  'contractType',
  'incomeType',
  'occupationType',
  'organizationType',
  'educationType',
  'familyStatus',
  'housingType',
] as const satisfies ClientField[]
export type CategoryField = (typeof profileCategoryFields)[number]

export const fieldMessages: Record<ClientField, MessageKey> = {
  ageYears: 'field.ageYears',
  employmentYears: 'field.employmentYears',
  annualIncomeAmount: 'field.annualIncomeAmount',
  creditAmount: 'field.creditAmount',
  annuityAmount: 'field.annuityAmount',
  goodsPriceAmount: 'field.goodsPriceAmount',
  contractType: 'field.contractType',
  incomeType: 'field.incomeType',
  occupationType: 'field.occupationType',
  organizationType: 'field.organizationType',
  educationType: 'field.educationType',
  familyStatus: 'field.familyStatus',
  housingType: 'field.housingType',
  childrenCount: 'field.childrenCount',
  familyMemberCount: 'field.familyMemberCount',
  ownsCar: 'field.ownsCar',
  ownsRealty: 'field.ownsRealty',
  regionRating: 'field.regionRating',
  externalScore1: 'field.externalScore1',
  externalScore2: 'field.externalScore2',
  externalScore3: 'field.externalScore3',
}
