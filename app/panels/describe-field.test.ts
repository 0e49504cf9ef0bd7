import { describe, expect, test } from 'vitest'
import { type ClientField, type ClientProfile, clientProfileSchema } from '#core/contracts/client-profile.ts'
import { createMessages } from '../components/create-messages.ts'
import { describeField } from './describe-field.ts'
import { profileGroups } from './profile-groups.ts'

const messages = createMessages({ language: 'fr', currency: 'EUR', timeZone: 'Europe/Paris' })
const fields = Object.keys(clientProfileSchema.shape).filter(
  (field) => field !== 'clientId' && field !== 'window',
) as ClientField[]
const unknownProfile = {
  ...Object.fromEntries(fields.map((field) => [field, null])),
  clientId: 104218,
  window: 'test',
} as ClientProfile

describe('The descriptive panel', () => {
  test('shows every field of the profile once', () => {
    expect(profileGroups.flatMap((group) => group.fields).sort()).toEqual([...fields].sort())
  })

  test.each(fields)('says in words that %s is missing', (field) => {
    const described = describeField(unknownProfile, field, {}, messages)
    expect(described.isMissing).toBe(true)
    expect(described.text).toMatch(/^\p{Lu}\p{L}+ \p{L}+/u)
  })

  test('tells a zero and a no from a missing value', () => {
    const profile = { ...unknownProfile, childrenCount: 0, ownsCar: false, externalScore1: 0 }
    const say = (field: ClientField) => describeField(profile, field, {}, messages)
    expect(say('childrenCount')).toEqual({ text: '0', isMissing: false })
    expect(say('ownsCar')).toEqual({ text: 'Non', isMissing: false })
    expect(say('externalScore1')).toEqual({ text: '0,00', isMissing: false })
  })

  test('uses the label of a category, and the data’s own word where there is none', () => {
    const profile = { ...unknownProfile, incomeType: 'Working', housingType: 'Tree house' }
    const labels = { incomeType: { Working: 'Salarié' } }
    expect(describeField(profile, 'incomeType', labels, messages).text).toBe('Salarié')
    expect(describeField(profile, 'housingType', labels, messages).text).toBe('Tree house')
  })
})
