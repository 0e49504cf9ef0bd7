import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findClientFeatures } from '#db/store/queries/find-client-features.ts'
import { findClientProfile, type StoredClient } from '#db/store/queries/find-client-profile.ts'
import { listAllClientIds } from '#db/store/queries/list-all-client-ids.ts'
import { listFeatures } from '#db/store/queries/list-features.ts'
import type { ClientFilters } from '../contracts/client-filters.ts'
import type { CompareCohortInput } from '../contracts/compare-cohort.ts'
import { describeCohort } from '../contracts/wording/describe-cohort.ts'
import { compareCohort } from './compare-cohort.ts'
import { explainClient } from './explain-client.ts'
import { listClients } from './list-clients.ts'
import { type AdvisorContext, openAdvisor } from './open-advisor.ts'
import { scoreClient } from './score-client.ts'

const dataDir = inject('demoDataDir')
let advisor: AdvisorContext
let clientIds: number[]
let clientId: number

beforeAll(async () => {
  advisor = await openAdvisor({ dataDir, clock: () => new Date('2026-11-24T12:00:00Z') })
  clientIds = listAllClientIds(advisor.store)
  clientId = clientIds[700] as number
})
afterAll(() => advisor.close())

const compare = (input: Partial<CompareCohortInput>) =>
  compareCohort(advisor, { clientId, cohort: { kind: 'all' }, ...input })
const refusalOf = (input: Partial<CompareCohortInput>) =>
  compare(input).then(
    () => null,
    (error: unknown) => error,
  )

describe('A comparison with a filtered group', () => {
  const filters = {
    ageYears: { min: 30, max: 55 },
    incomeType: ['Working', 'State servant'],
    ownsRealty: true,
  }
  const isIn = (client: StoredClient) =>
    (client.ageYears ?? 0) >= 30 &&
    (client.ageYears ?? 99) <= 55 &&
    filters.incomeType.includes(client.incomeType ?? '') &&
    client.ownsRealty === true

  test('gives the size, the rates and the quartiles that the clients’ own rows give', async () => {
    const group = clientIds.map((id) => findClientProfile(advisor.store, id) as StoredClient).filter(isIn)
    const position = listFeatures(advisor.store).find(({ name }) => name === 'age_years')?.position as number
    const ageOf = (id: number) => findClientFeatures(advisor.store, id)?.[position] as number
    const ages = group.map((client) => ageOf(client.clientId)).sort((a, b) => a - b)
    const known = group.filter(({ target }) => target !== null)

    const { cohort, features } = await compare({
      cohort: { kind: 'filter', filters },
      features: ['age_years'],
    })
    expect(cohort.size).toBe(group.length)
    expect(cohort.observedDefaultRate).toBeCloseTo(
      known.filter(({ target }) => target === 1).length / known.length,
      5,
    )
    const [age] = features
    const own = ageOf(clientId)
    const rank = ages.filter((one) => one < own).length + ages.filter((one) => one === own).length / 2
    expect(age?.percentile).toBeCloseTo((100 * rank) / ages.length, 0)
    const place = (ages.length - 1) / 2
    const median = ((ages[Math.floor(place)] as number) + (ages[Math.ceil(place)] as number)) / 2
    expect(age?.median).toBeCloseTo(median, 3)
    expect(age?.histogram.counts.reduce((sum, count) => sum + count)).toBe(group.length)
  })

  test('that holds everybody gives what a comparison with all gives', async () => {
    const all = await compare({})
    const filtered = await compare({ cohort: { kind: 'filter', filters: { ageYears: { min: 0 } } } })
    expect({ ...filtered, cohort: all.cohort }).toEqual(all)
    expect(filtered.cohort).toMatchObject({ size: clientIds.length, label: '0 ans ou plus' })
    expect(await compare({ cohort: { kind: 'filter', filters: {} } })).toMatchObject({
      cohort: { size: clientIds.length, label: 'Tous les clients' },
    })
  })

  test('counts defaults only among the clients whose outcome is known', async () => {
    const targets = clientIds.map((id) => findClientProfile(advisor.store, id)?.target ?? null)
    const known = targets.filter((target) => target !== null)
    expect(known.length).toBeLessThan(targets.length)
    const defaultRate = known.filter((target) => target === 1).length / known.length
    expect((await compare({})).cohort.observedDefaultRate).toBeCloseTo(defaultRate, 5)
  })

  test('of fewer than thirty clients is refused with their number and a way out', async () => {
    const tiny: ClientFilters = { ageYears: { min: 21, max: 21.2 }, familyStatus: 'Widow' }
    expect(await refusalOf({ cohort: { kind: 'filter', filters: tiny } })).toMatchObject({
      code: 'COHORT_TOO_SMALL',
      message: expect.stringMatching(/"Veuf ou veuve, 21 à 21,2 ans" holds \d+ client.*at least 30.*Widen/s),
    })
  })
})

describe('A comparison with similar clients', () => {
  test('is with clients nearer in risk than all are', async () => {
    const all = await compare({})
    const distances = { similar: 0, all: 0 }
    for (const id of clientIds.slice(0, 60)) {
      const { cohort, score } = await compare({ clientId: id, cohort: { kind: 'similar', size: 30 } })
      const own = score.clientProbabilityOfDefault
      distances.similar += Math.abs(cohort.meanProbabilityOfDefault - own)
      distances.all += Math.abs(all.cohort.meanProbabilityOfDefault - own)
    }
    expect(distances.similar).toBeLessThan(0.7 * distances.all)
  })

  test('leaves the client out, also when all others are taken', async () => {
    const { cohort } = await compare({ cohort: { kind: 'similar', size: 5000 } })
    expect(cohort.size).toBe(clientIds.length - 1)
  })
})

describe('Any comparison', () => {
  test('shows the very score that scoreClient gives', async () => {
    for (const id of clientIds.slice(0, 20)) {
      const { score } = await compare({ clientId: id })
      const { probabilityOfDefault } = await scoreClient(advisor, { clientId: id })
      expect(score.clientProbabilityOfDefault).toBe(probabilityOfDefault)
    }
  })

  test('ranks riskier clients higher', async () => {
    const { rows } = await listClients(advisor, { sort: 'probabilityOfDefault', pageSize: 100 })
    const percentiles: number[] = []
    for (const row of rows.filter((_, i) => i % 10 === 0)) {
      percentiles.push((await compare({ clientId: row.clientId })).score.percentile)
    }
    expect(percentiles).toEqual([...percentiles].sort((a, b) => a - b))
  })

  test('is of the features that speak loudest for or against the client unless others are asked for', async () => {
    const { features } = await compare({})
    const { reasons } = await explainClient(advisor, { clientId })
    expect(features.map(({ feature }) => feature)).toEqual(reasons.map(({ feature }) => feature))
    expect((await compare({ features: ['age_years', 'age_years'] })).features).toHaveLength(1)
  })

  test('of twelve features stays within 4,000 tokens', async () => {
    const names = listFeatures(advisor.store).map(({ name }) => name)
    for (let start = 0; start < names.length; start += 12) {
      const answer = await compare({ features: names.slice(start, start + 12) })
      expect(JSON.stringify(answer).length, names[start]).toBeLessThan(12_000)
    }
  })

  test('says in a sentence the numbers that its structure holds', async () => {
    for (const language of ['fr', 'en'] as const) {
      const answer = await compare({ cohort: { kind: 'similar', size: 200 }, language })
      const text = describeCohort(answer, language)
      const { score, cohort } = answer
      for (const percent of [
        score.percentile,
        100 * score.clientProbabilityOfDefault,
        100 * cohort.meanProbabilityOfDefault,
        100 * (cohort.observedDefaultRate as number),
      ]) {
        expect(text).toContain(
          language === 'fr' ? percent.toFixed(1).replace('.', ',') : `${percent.toFixed(1)}%`,
        )
      }
      expect(text).toContain(cohort.label)
    }
  })

  test('names the bins of a code and of a yes or no', async () => {
    const { features } = await compare({ features: ['education_type_code', 'owns_car'], language: 'en' })
    for (const { histogram } of features) {
      expect(histogram.valueLabels).toHaveLength(histogram.values?.length as number)
      expect(histogram.counts).toHaveLength(histogram.values?.length as number)
    }
    expect(features[0]?.histogram.valueLabels).toContain('Higher education')
    expect(features[1]?.histogram.valueLabels).toEqual(['no', 'yes'])
  })
})

describe('What can’t be compared is refused with what can', () => {
  test('an unknown feature', async () => {
    expect(await refusalOf({ features: ['income_yearly'] })).toMatchObject({
      code: 'UNKNOWN_FEATURE',
      message: expect.stringMatching(/no feature "income_yearly".*income.*age_years/s),
    })
  })

  test.each([
    { sex: 'F' },
    { 'ageYears; drop table clients': { min: 1 } },
    JSON.parse('{"__proto__":{"min":1}}'),
  ])('the filter %j', async (filters) => {
    expect(await refusalOf({ cohort: { kind: 'filter', filters } })).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringMatching(/the filters are ageYears, .*externalScore3/),
    })
  })

  test.each(['Astronaut', 'constructor', '__proto__', "' or 1=1 --"])(
    'the category %s',
    async (incomeType) => {
      expect(await refusalOf({ cohort: { kind: 'filter', filters: { incomeType } } })).toMatchObject({
        code: 'INVALID_INPUT',
        message: expect.stringMatching(/incomeType has no category .*"Pensioner"/),
      })
    },
  )

  test.each([
    { kind: 'filter', filters: { ageYears: { min: 60, max: 40 } } },
    { kind: 'filter', filters: { ageYears: {} } },
    { kind: 'filter', filters: { ageYears: 40 } },
    { kind: 'filter', filters: { incomeType: [] } },
    { kind: 'filter', filters: { ownsCar: 'yes' } },
    { kind: 'all', filters: { ownsCar: true } },
    { kind: 'similar', size: 29 },
    { kind: 'similar', size: 5001 },
    { kind: 'neighbours' },
  ])('the cohort %j', async (cohort) => {
    expect(await refusalOf({ cohort: cohort as CompareCohortInput['cohort'] })).toMatchObject({
      code: 'INVALID_INPUT',
    })
  })

  test('an unknown client', async () => {
    expect(await refusalOf({ clientId: 7 })).toMatchObject({ code: 'UNKNOWN_CLIENT' })
  })

  test('clients whom the served model has not scored', async () => {
    const copyDir = mkdtempSync(join(tmpdir(), 'unscored-'))
    copyFileSync(join(dataDir, 'store.sqlite'), join(copyDir, 'store.sqlite'))
    const unscored = await openAdvisor({ dataDir: copyDir })
    unscored.store.database.exec('update model_versions set scored_at = null')
    await expect(compareCohort(unscored, { clientId, cohort: { kind: 'all' } })).rejects.toMatchObject({
      code: 'PORTFOLIO_NOT_SCORED',
    })
    await unscored.close()
    rmSync(copyDir, { recursive: true })
  })
})
