import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { listAllClientIds } from '#db/store/queries/list-all-client-ids.ts'
import { explainClientAnswerSchema } from '../contracts/explain-client.ts'
import { explainClient } from './explain-client.ts'
import { type AdvisorContext, openAdvisor } from './open-advisor.ts'
import { scoreClient } from './score-client.ts'

let advisor: AdvisorContext
let clientIds: number[]
beforeAll(async () => {
  advisor = await openAdvisor({ dataDir: inject('demoDataDir'), clock: () => new Date(0) })
  clientIds = listAllClientIds(advisor.store).slice(0, 200)
})
afterAll(() => advisor.close())

describe('An explanation', () => {
  test('adds up to the very score that scoreClient gives, for every client', async () => {
    for (const clientId of clientIds) {
      const answer = explainClientAnswerSchema.parse(await explainClient(advisor, { clientId }))
      expect(answer).toMatchObject(await scoreClient(advisor, { clientId }))
      const named = answer.reasons.reduce((sum, reason) => sum + reason.contributionLogOdds, 0)
      const explained = answer.baseValueLogOdds + named + answer.otherContributionLogOdds
      expect(Math.abs(explained - answer.rawScoreLogOdds)).toBeLessThan(1e-5)
      const byTheme = answer.themes.reduce((sum, theme) => sum + theme.contributionLogOdds, 0)
      expect(Math.abs(byTheme - (named + answer.otherContributionLogOdds))).toBeLessThan(1e-9)
      expect(answer.additivityError).toBeLessThan(1e-5)
    }
  })

  test('names at most as many reasons as asked for, the largest first, with their direction', async () => {
    const { reasons } = await explainClient(advisor, { clientId: clientIds[0] as number, maxReasons: 12 })
    expect(reasons).toHaveLength(12)
    const sizes = reasons.map(({ contributionLogOdds }) => Math.abs(contributionLogOdds))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    for (const { contributionLogOdds, direction } of reasons) {
      expect(direction).toBe(contributionLogOdds > 0 ? 'raisesRisk' : 'lowersRisk')
    }
  })

  test('gives each theme a mark against the sign of its contribution, a bad one below zero', async () => {
    for (const clientId of clientIds.slice(0, 50)) {
      for (const { contributionLogOdds, mark } of (await explainClient(advisor, { clientId })).themes) {
        expect(Math.sign(mark) * Math.sign(contributionLogOdds)).toBeLessThanOrEqual(0)
        if (Math.abs(contributionLogOdds) >= 0.125) expect(mark).not.toBe(0)
      }
    }
  })

  test('speaks plainly in both languages, without a column’s name', async () => {
    for (const clientId of clientIds.slice(0, 50)) {
      for (const language of ['fr', 'en'] as const) {
        for (const { sentence, feature } of (
          await explainClient(advisor, { clientId, language, maxReasons: 20 })
        ).reasons) {
          expect(sentence, feature).not.toMatch(/[a-z]_[a-z]|NaN|undefined|\{value\}|null/)
          expect(sentence.length, sentence).toBeLessThan(170)
        }
      }
    }
  })

  test('never gives sex as a reason', async () => {
    expect(advisor.scorer.bundle.manifest.features.join()).not.toMatch(/sex|gender/i)
  })

  test('stays within 4,000 tokens with the most reasons', async () => {
    const answer = await explainClient(advisor, { clientId: clientIds[0] as number, maxReasons: 20 })
    expect(JSON.stringify(answer).length).toBeLessThan(12_000)
  })
})
