import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { listAllClientIds } from '#db/store/queries/list-all-client-ids.ts'
import { listFeatures } from '#db/store/queries/list-features.ts'
import { listModelFeatures } from '#db/store/queries/list-model-features.ts'
import { isAdvisorError } from '../contracts/advisor-error.ts'
import { simulateClientAnswerSchema } from '../contracts/simulate-client.ts'
import { suggestChangesAnswerSchema } from '../contracts/suggest-changes.ts'
import { listClients } from './list-clients.ts'
import { type AdvisorContext, openAdvisor } from './open-advisor.ts'
import { scoreClient } from './score-client.ts'
import { simulateClient } from './simulate-client.ts'
import { suggestChanges } from './suggest-changes.ts'
import { viewClient } from './view-client.ts'

let advisor: AdvisorContext
let clientIds: number[]
beforeAll(async () => {
  advisor = await openAdvisor({ dataDir: inject('demoDataDir') })
  clientIds = listAllClientIds(advisor.store).slice(0, 100)
})
afterAll(() => advisor.close())

describe('A simulation', () => {
  test('without a change gives the score as it is, and moves nothing', async () => {
    for (const clientId of clientIds) {
      const answer = simulateClientAnswerSchema.parse(
        await simulateClient(advisor, { clientId, changes: {} }),
      )
      const { probabilityOfDefault } = await scoreClient(advisor, { clientId })
      expect(answer.before.probabilityOfDefault).toBe(probabilityOfDefault)
      expect(answer.after).toEqual(answer.before)
      expect(answer.movedFeatures).toEqual([])
    }
  })

  test('with the client’s own values gives the score as it is', async () => {
    for (const clientId of clientIds) {
      const { profile } = await viewClient(advisor, { clientId })
      const { creditAmount, annuityAmount, annualIncomeAmount, contractType } = profile
      if (!creditAmount || !annuityAmount || !annualIncomeAmount || !contractType) continue
      const changes = { creditAmount, annuityAmount, annualIncomeAmount, contractType }
      const { before, after } = await simulateClient(advisor, { clientId, changes })
      expect(after.rawScoreLogOdds).toBeCloseTo(before.rawScoreLogOdds, 6)
    }
  })

  test('moves what derives from a change, and nothing else', async () => {
    const { movedFeatures } = await simulateClient(advisor, {
      clientId: clientIds[0] as number,
      changes: { creditAmount: 123_456 },
    })
    const byName = new Map(movedFeatures.map((moved) => [moved.feature, moved]))
    expect(byName.get('credit_amount')?.valueAfter).toBe(123_456)
    expect(byName.has('credit_to_annuity_ratio')).toBe(true)
    expect(byName.has('age_years')).toBe(false)
    expect(byName.has('annuity_to_income_ratio')).toBe(false)
    const described = [...listFeatures(advisor.store), ...listModelFeatures(advisor.store)]
    const sources = new Map(described.map(({ name, sources }) => [name, sources]))
    for (const { feature } of movedFeatures) {
      expect(sources.get(feature), feature).toContain('application_train.AMT_CREDIT')
    }
  })

  test('accounts for the whole change of the score by the features that moved and the others', async () => {
    for (const clientId of clientIds.slice(0, 40)) {
      const answer = await simulateClient(advisor, {
        clientId,
        changes: { creditAmount: 200_000, termMonths: 18 },
      })
      const moved = answer.movedFeatures.reduce(
        (sum, feature) => sum + feature.contributionAfterLogOdds - feature.contributionBeforeLogOdds,
        0,
      )
      const change = answer.after.rawScoreLogOdds - answer.before.rawScoreLogOdds
      expect(moved + answer.otherContributionChangeLogOdds).toBeCloseTo(change, 4)
    }
  })

  test('reads the term as credit ÷ annuity', async () => {
    const { movedFeatures } = await simulateClient(advisor, {
      clientId: clientIds[0] as number,
      changes: { creditAmount: 240_000, termMonths: 24 },
    })
    expect(movedFeatures.find(({ feature }) => feature === 'annuity_amount')?.valueAfter).toBe(10_000)
  })

  test.each([
    [{ creditAmount: 1e9 }, /credit_amount.*plausible/],
    [{ creditAmount: -1 }, /creditAmount/],
    [{ contractType: 'Leasing' }, /Cash loans/],
    [{ termMonths: 12, annuityAmount: 5000 }, /termMonths and annuityAmount/],
    [{ ageYears: 30 }, /ageYears can't be changed; what can is creditAmount, annuityAmount/],
    [{ sex: 'F' }, /sex can't be changed/],
  ])('refuses %j and says what can be changed', async (changes, message) => {
    const error = await simulateClient(advisor, {
      clientId: clientIds[0] as number,
      changes: changes as never,
    }).catch((e) => e)
    expect(isAdvisorError(error) && error.code).toBe('INVALID_INPUT')
    expect(error.message).toMatch(message)
  })
})

describe('Suggested changes', () => {
  test('keep their promise when scored again, touch nothing but the request, and turn the advice', async () => {
    const { rows } = await listClients(advisor, { filters: { advice: ['refuse', 'review'] }, pageSize: 100 })
    for (const { clientId } of rows) {
      const answer = suggestChangesAnswerSchema.parse(await suggestChanges(advisor, { clientId }))
      expect(answer.outcome).toBe(answer.suggestions.length > 0 ? 'found' : 'none')
      expect(answer.suggestions.length).toBeLessThanOrEqual(4)
      for (const { changes, after, turnsTo } of answer.suggestions) {
        const again = await simulateClient(advisor, { clientId, changes })
        expect(again.after.probabilityOfDefault).toBeCloseTo(after.probabilityOfDefault, 6)
        expect(after.advice).toBe(turnsTo)
        expect(after.advice).not.toBe(answer.before.advice)
        expect(after.probabilityOfDefault).toBeLessThan(answer.before.probabilityOfDefault)
        expect(
          Object.keys(changes).every((field) =>
            ['creditAmount', 'annuityAmount', 'goodsPriceAmount'].includes(field),
          ),
        ).toBe(true)
      }
      for (const turn of ['grant', 'review']) {
        const efforts = answer.suggestions
          .filter(({ turnsTo }) => turnsTo === turn)
          .map(({ effort }) => effort)
        expect(efforts).toEqual([...efforts].sort((a, b) => a - b))
      }
    }
  })

  test('are not needed where granting is advised already', async () => {
    const { rows } = await listClients(advisor, { filters: { advice: ['grant'] }, pageSize: 5 })
    for (const { clientId } of rows) {
      expect(await suggestChanges(advisor, { clientId })).toMatchObject({
        outcome: 'notNeeded',
        suggestions: [],
      })
    }
  })
})
