import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { listWindows } from '#db/store/queries/list-windows.ts'
import { readFeatureColumn } from '#db/store/queries/read-feature-column.ts'
import { driftReportAnswerSchema } from '../contracts/drift-report.ts'
import { viewDriftAnswerSchema } from '../contracts/view-drift.ts'
import { describeDrift } from '../contracts/wording/describe-drift.ts'
import { assessColumn } from '../drift/assess-column.ts'
import { computeDriftStrength } from '../drift/compute-drift-strength.ts'
import { chooseWindows } from './choose-windows.ts'
import { pickMembers } from './compute-drift.ts'
import { driftReport } from './drift-report.ts'
import { type AdvisorContext, openAdvisor } from './open-advisor.ts'
import { viewDrift } from './view-drift.ts'

let advisor: AdvisorContext
beforeAll(async () => {
  advisor = await openAdvisor({ dataDir: inject('demoDataDir') })
})
afterAll(() => advisor.close())

/** The same advisor with a model that says it was trained on another window. */
const trainedOn = (window: string): AdvisorContext => {
  const { bundle } = advisor.scorer
  const manifest = {
    ...bundle.manifest,
    trainingData: { ...bundle.manifest.trainingData, window },
  }
  return { ...advisor, scorer: { ...advisor.scorer, bundle: { ...bundle, manifest } } }
}

describe('A drift report', () => {
  test('compares the latest other window with the one that the model was trained on', async () => {
    const report = driftReportAnswerSchema.parse(await driftReport(advisor))
    const [train, test] = listWindows(advisor.store)
    expect(report.reference).toEqual({ name: 'train', rows: train?.clients })
    expect(report.current).toEqual({ name: 'test', rows: test?.clients })
    expect(await driftReport(advisor, { window: 'test' })).toMatchObject({ dataset: report.dataset })
  })

  test('judges every feature of the model by its own two windows', async () => {
    const { columns, dataset, columnsLeftOut } = await driftReport(advisor)
    const { features } = advisor.scorer.bundle.manifest
    expect([...columns].map(({ feature }) => feature).sort()).toEqual([...features].sort())
    expect([dataset.driftedColumns, columnsLeftOut]).toEqual([
      columns.filter(({ drifted }) => drifted).length,
      0,
    ])
    const { reference, current } = chooseWindows(advisor, undefined)
    for (const { feature, test, statistic, drifted } of columns) {
      const byClient = readFeatureColumn(advisor.store, feature)
      const judged = assessColumn(pickMembers(byClient, reference), pickMembers(byClient, current))
      expect({ test, drifted }, feature).toEqual({ test: judged.test, drifted: judged.drifted })
      expect(Math.abs((statistic ?? 0) - (judged.statistic ?? 0)), feature).toBeLessThan(1e-7)
    }
  })

  test('lists first what drifted far and matters much, and says how many it leaves out', async () => {
    const all = await driftReport(advisor)
    const rank = (column: (typeof all.columns)[number]) => computeDriftStrength(column) * column.importance
    const ranks = all.columns.map(rank)
    for (const [i, each] of ranks.slice(1).entries()) expect(each).toBeLessThanOrEqual((ranks[i] ?? 0) + 1e-6)
    const few = await driftReport(advisor, { onlyDrifted: true }, { mostColumns: 3 })
    expect(few.columns).toEqual(all.columns.filter(({ drifted }) => drifted).slice(0, 3))
    expect(few.columnsLeftOut).toBe(all.dataset.driftedColumns - 3)
    const asked = await driftReport(advisor, { features: [all.columns[40]?.feature as string] })
    expect(asked).toMatchObject({ columns: [all.columns[40]], dataset: all.dataset })
  })

  test('says what the model expects of both windows', async () => {
    const { prediction } = await driftReport(advisor)
    for (const window of [prediction.reference, prediction.current]) {
      expect(window.meanProbabilityOfDefault).toBeGreaterThan(0.03)
      expect(window.meanProbabilityOfDefault).toBeLessThan(0.2)
      // Every client costs at most what granting without a look would.
      expect(window.expectedCostPerClient).toBeLessThan(10 * window.meanProbabilityOfDefault)
    }
    expect(prediction.test).toBe('wasserstein')
  })

  test('tells how far it is, once for each feature, and then is kept', async () => {
    const other = await openAdvisor({ dataDir: inject('demoDataDir') })
    const told: [number, number][] = []
    const onProgress = (done: number, total: number) => told.push([done, total])
    const { length } = other.scorer.bundle.manifest.features
    const [first, second] = await Promise.all([driftReport(other, {}, { onProgress }), driftReport(other)])
    expect(told).toEqual(Array.from({ length }, (_, i) => [i + 1, length]))
    expect(second.columns).toEqual(first.columns)
    await driftReport(other, { language: 'en' }, { onProgress })
    expect(told).toHaveLength(length)
    await other.close()
  })

  test('ends when nobody waits for it any more, and goes on while somebody does', async () => {
    const other = await openAdvisor({ dataDir: inject('demoDataDir') })
    const { length } = other.scorer.bundle.manifest.features
    const stopAt = (part: number) => {
      const stopped = new AbortController()
      let last = 0
      const onProgress = (done: number) => {
        last = done
        if (done === part) stopped.abort()
      }
      const report = driftReport(other, {}, { onProgress, signal: stopped.signal })
      return { report, heard: () => last }
    }
    const [first, second] = [stopAt(5), stopAt(9)]
    await expect(first.report).rejects.toThrow(/aborted/)
    await expect(second.report).rejects.toThrow(/aborted/)
    expect([first.heard(), second.heard()]).toEqual([5, 9])
    const third = stopAt(20)
    const whole = driftReport(other)
    await expect(third.report).rejects.toThrow(/aborted/)
    expect((await whole).dataset.columns).toBe(length)
    await expect(driftReport(other, {}, { signal: AbortSignal.abort() })).rejects.toThrow(/aborted/)
    await other.close()
  })

  test('lets other work run between columns', async () => {
    const other = await openAdvisor({ dataDir: inject('demoDataDir') })
    let turns = 0
    const count = () => {
      turns++
      pending = setImmediate(count)
    }
    let pending = setImmediate(count)
    await driftReport(other)
    clearImmediate(pending)
    expect(turns).toBeGreaterThan(other.scorer.bundle.manifest.features.length / 2)
    await other.close()
  })

  test('speaks either language with the same figures', async () => {
    const french = await driftReport(advisor)
    const english = await driftReport(advisor, { language: 'en' })
    const figures = ({ columns }: typeof french) =>
      columns.map(({ label: _, newCategories, ...column }) => ({ ...column, news: newCategories.length }))
    expect(figures(english)).toEqual(figures(french))
    expect(english.columns[0]?.label).not.toBe(french.columns[0]?.label)
    const counts = `${french.dataset.driftedColumns} caractéristiques sur ${french.dataset.columns}`
    expect(describeDrift(french, 'fr')).toContain(counts)
    expect(describeDrift(english, 'en')).toContain(
      `${french.dataset.driftedColumns} of ${french.dataset.columns} features`,
    )
  })
})

/** Numbers to four digits, so that another processor's last digit is no change; what names model and data by its kind. */
function settle(answer: object): unknown {
  return JSON.parse(
    JSON.stringify(answer, (key, value) => {
      if (key === 'provenance') return '<provenance>'
      return typeof value === 'number' ? Number(value.toPrecision(4)) : value
    }),
  )
}

test.each(['fr', 'en'] as const)('A whole drift report in %s is as it was', async (language) => {
  const answer = await driftReport(advisor, { features: ['external_score_mean', 'age_years'], language })
  expect({ text: describeDrift(answer, language), answer: settle(answer) }).toMatchSnapshot()
})

describe('What a drift report refuses', () => {
  test.each([
    [{ window: 'train' }, 'UNKNOWN_WINDOW', /the reference itself.*Expected one of: test/],
    [{ window: 'march' }, 'UNKNOWN_WINDOW', /There is no window "march"/],
    [{ features: ['sex'] }, 'UNKNOWN_FEATURE', /There is no feature "sex".*all of the model’s/s],
    [{ features: [] }, 'INVALID_INPUT', /at least 1 entries/],
    [{ months: 3 }, 'INVALID_INPUT', /months/],
  ])('%j', async (input, code, message) => {
    await expect(driftReport(advisor, input as object)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    })
  })
  test('a model that was trained on a window that the store has not', async () => {
    await expect(driftReport(trainedOn('spring'))).rejects.toMatchObject({
      code: 'NO_WINDOW_TO_COMPARE',
      message: expect.stringContaining('train, test'),
    })
  })
  test('a store without any other window', async () => {
    await expect(driftReport(trainedOn('train+test'))).rejects.toMatchObject({ code: 'NO_WINDOW_TO_COMPARE' })
  })
})

describe('The drift page', () => {
  test('shows every column, and how those that matter most are distributed', async () => {
    const view = viewDriftAnswerSchema.parse(await viewDrift(advisor, { language: 'en' }))
    expect(view.report).toMatchObject({ columnsLeftOut: 0 })
    expect(view.windows).toEqual([{ name: 'test', clients: view.report.current.rows }])
    expect(view.distributions.map(({ feature }) => feature)).toEqual(
      view.report.columns.slice(0, 6).map(({ feature }) => feature),
    )
    for (const { feature, reference, current } of [...view.distributions, view.predictionDistribution]) {
      expect(current.edges, feature).toEqual(reference.edges)
      const counted = reference.counts.reduce((sum, count) => sum + count, 0)
      const missing = view.report.columns.find((column) => column.feature === feature)?.missingShareReference
      expect(counted, feature).toBe(Math.round(view.report.reference.rows * (1 - (missing ?? 0))))
    }
  })

  test('names the values of categories', async () => {
    const feature = advisor.scorer.bundle.manifest.features.find((name) => name === 'contract_type_code')
    if (!feature) return
    const { distributions } = await viewDrift(advisor, { distributions: [feature], language: 'en' })
    expect(distributions[0]?.reference.valueLabels).toContain('Cash loan')
    expect(distributions[0]?.current.valueLabels).toEqual(distributions[0]?.reference.valueLabels)
  })

  test('refuses a feature that the model does not read', async () => {
    await expect(viewDrift(advisor, { distributions: ['sex'] })).rejects.toMatchObject({
      code: 'UNKNOWN_FEATURE',
    })
  })
})
