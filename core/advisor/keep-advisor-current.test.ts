import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { measureLog } from '#db/store/empty-log.ts'
import { loadStore } from '#db/store/load-store.ts'
import { changeManifest, promote, writeBundleCopy } from '#testing/promote-copy.ts'
import { findChampion } from '../bundle/find-champion.ts'
import { explainClient } from './explain-client.ts'
import { getServiceHealth } from './get-service-health.ts'
import {
  type CurrentAdvisor,
  type KeepAdvisorCurrentOptions,
  keepAdvisorCurrent,
} from './keep-advisor-current.ts'
import { listClients } from './list-clients.ts'
import { type AdvisorContext, openAdvisor } from './open-advisor.ts'
import { scoreClient } from './score-client.ts'
import { scorePortfolio } from './score-portfolio.ts'

let dataDir: string
let committed: string
let problems: string[]
const open: CurrentAdvisor[] = []

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'keep-current-'))
  cpSync(inject('demoDataDir'), dataDir, { recursive: true })
  committed = basename(findChampion(dataDir))
  problems = []
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((advisors) => advisors.close()))
  rmSync(dataDir, { recursive: true })
})

/** As `npm run store:score`, in this process. */
async function scoreWithChampion(): Promise<void> {
  const advisor = await openAdvisor({ dataDir })
  await scorePortfolio(advisor)
  await advisor.close()
}

async function keep(options: KeepAdvisorCurrentOptions = {}): Promise<CurrentAdvisor> {
  const advisors = await keepAdvisorCurrent({
    dataDir,
    scorePortfolio: scoreWithChampion,
    onProblem: (error) => problems.push(String(error)),
    checkEveryMs: 5,
    retryAfterMs: 10,
    ...options,
  })
  open.push(advisors)
  return advisors
}

const healthOf = (advisors: CurrentAdvisor) => advisors.use(getServiceHealth)
/** Long enough for a machine that does ten other things. */
const patience = { timeout: 30_000, interval: 5 }
const served = async (advisors: CurrentAdvisor) => (await healthOf(advisors)).modelVersion
const untilServed = (advisors: CurrentAdvisor, modelVersion: string) =>
  expect.poll(() => served(advisors), patience).toBe(modelVersion)
const untilRefused = (advisors: CurrentAdvisor) =>
  expect.poll(async () => (await healthOf(advisors)).pending?.state, patience).toBe('refused')

/** List and score of one client, with what both were computed by. */
async function ask(advisor: AdvisorContext) {
  const { rows, provenance, adviceCounts } = await listClients(advisor, { pageSize: 1 })
  const { clientId, probabilityOfDefault } = rows[0] as { clientId: number; probabilityOfDefault: number }
  const score = await scoreClient(advisor, { clientId })
  expect(score.probabilityOfDefault).toBeCloseTo(probabilityOfDefault, 6)
  expect(score.provenance.modelSha256).toBe(provenance.modelSha256)
  await explainClient(advisor, { clientId })
  return {
    modelVersion: provenance.modelVersion,
    threshold: score.decisionThreshold,
    adviceCounts,
    probabilityOfDefault,
  }
}

/** A promise and how to keep it: what a test waits for. */
const gate = () => Promise.withResolvers<void>()

describe('A promoted model', () => {
  test('serves from the moment in which the portfolio is scored with it; before, nothing changes', async () => {
    const mayScore = gate()
    const advisors = await keep({ scorePortfolio: () => mayScore.promise.then(scoreWithChampion) })
    const before = await advisors.use(ask)
    writeBundleCopy(dataDir, { modelVersion: 'shifted', threshold: 0.3, shiftLogOdds: 0.5 })
    promote(dataDir, 'shifted')
    await expect
      .poll(async () => (await healthOf(advisors)).pending, patience)
      .toEqual({ modelVersion: 'shifted', state: 'scoring', reason: null })
    expect(await advisors.use(ask)).toEqual(before)
    mayScore.resolve()
    await untilServed(advisors, 'shifted')
    const after = await advisors.use(ask)
    expect(after).toMatchObject({ modelVersion: 'shifted', threshold: 0.3 })
    expect(after.probabilityOfDefault).toBeGreaterThan(before.probabilityOfDefault)
    expect([(await healthOf(advisors)).pending, problems]).toEqual([null, []])
  })

  test('leaves a request that began before it with its own model and its own list, then that is closed', async () => {
    const advisors = await keep()
    const mayGoOn = gate()
    const before = await advisors.use(ask)
    let early: AdvisorContext | undefined
    const request = advisors.use(async (advisor) => {
      early = advisor
      await mayGoOn.promise
      return ask(advisor)
    })
    writeBundleCopy(dataDir, { modelVersion: 'shifted', shiftLogOdds: 0.5 })
    promote(dataDir, 'shifted')
    await untilServed(advisors, 'shifted')
    expect(early?.store.database.open).toBe(true)
    mayGoOn.resolve()
    expect(await request).toEqual(before)
    await expect.poll(() => early?.store.database.open, patience).toBe(false)
    expect(await advisors.use(ask)).toMatchObject({ modelVersion: 'shifted' })
  })

  test('may differ in its threshold alone', async () => {
    const advisors = await keep()
    const { adviceCounts } = await advisors.use(ask)
    writeBundleCopy(dataDir, { modelVersion: 'strict', threshold: 0.01 })
    promote(dataDir, 'strict')
    await untilServed(advisors, 'strict')
    const strict = await advisors.use(ask)
    expect(strict.adviceCounts.refuse).toBeGreaterThan(adviceCounts.refuse)
    // Trained again under the same name, with another threshold still.
    changeManifest(join(dataDir, 'bundles/strict'), ({ decision }) => {
      decision.threshold = 0.02
    })
    await expect.poll(async () => (await advisors.use(ask)).threshold, { timeout: 30_000 }).toBe(0.02)
  })

  test('follows others in quick succession, and may be rolled back', async () => {
    const advisors = await keep()
    const shifts = { first: 0.2, second: -0.2, third: 0.4 }
    for (const [modelVersion, shiftLogOdds] of Object.entries(shifts)) {
      writeBundleCopy(dataDir, { modelVersion, shiftLogOdds })
    }
    for (let round = 0; round < 3; round++) {
      for (const modelVersion of Object.keys(shifts)) {
        promote(dataDir, modelVersion)
        expect((await advisors.use(ask)).modelVersion).not.toBeUndefined()
      }
    }
    await untilServed(advisors, 'third')
    promote(dataDir, 'first')
    promote(dataDir, 'third')
    await untilServed(advisors, 'third')
    promote(dataDir, 'second')
    await untilServed(advisors, 'second')
    rmSync(join(dataDir, 'bundles/champion.json'))
    await untilServed(advisors, committed)
    expect(problems).toEqual([])
  })

  test('is taken by every process of the data directory', async () => {
    const scoring = await keep()
    const following = await keep({ scorePortfolio: (signal) => once(signal, 'abort').then(() => {}) })
    writeBundleCopy(dataDir, { modelVersion: 'shifted', shiftLogOdds: 0.5 })
    promote(dataDir, 'shifted')
    await untilServed(scoring, 'shifted')
    await untilServed(following, 'shifted')
    expect(await scoring.use(ask)).toEqual(await following.use(ask))
  })
})

const brokenBundles: [string, (directory: string) => void, RegExp][] = [
  ['with a changed file', (directory) => writeFileSync(join(directory, 'importance.json'), '{}'), /SHA-256/],
  ['without a manifest', (directory) => rmSync(join(directory, 'manifest.json')), /manifest.json cannot be/],
  ['whose folder is gone', (directory) => rmSync(directory, { recursive: true }), /cannot be read/],
  [
    'whose features the store lacks',
    (directory) =>
      changeManifest(directory, ({ features }) => {
        features[0] = 'a_feature_of_next_year'
      }),
    /lacks 1 of the model's features: a_feature_of_next_year/,
  ],
  [
    'whose trees are not those of its features',
    (directory) => changeManifest(directory, ({ features }) => void features.reverse().pop()),
    /./,
  ],
]

describe('A champion that cannot serve', () => {
  test.each(brokenBundles)('%s is refused once; what serves goes on', async (_, breakBundle, reason) => {
    const advisors = await keep()
    const before = await advisors.use(ask)
    breakBundle(writeBundleCopy(dataDir, { modelVersion: 'broken', shiftLogOdds: 0.5 }))
    promote(dataDir, 'broken')
    await untilRefused(advisors)
    expect((await healthOf(advisors)).pending).toMatchObject({
      modelVersion: 'broken',
      reason: expect.stringMatching(reason),
    })
    expect(await advisors.use(ask)).toEqual(before)
    writeBundleCopy(dataDir, { modelVersion: 'sound', shiftLogOdds: 0.5 })
    promote(dataDir, 'sound')
    await untilServed(advisors, 'sound')
    expect([problems.length, (await healthOf(advisors)).pending]).toEqual([1, null])
  })

  test('because champion.json is no pointer is refused too, and taken when its files are put right', async () => {
    const advisors = await keep()
    const directory = writeBundleCopy(dataDir, { modelVersion: 'mended', shiftLogOdds: 0.5 })
    writeFileSync(join(dataDir, 'bundles/champion.json'), '{"modelVersion": "../up"}')
    await untilRefused(advisors)
    expect((await healthOf(advisors)).pending).toMatchObject({
      modelVersion: null,
      reason: expect.stringContaining('champion.json cannot be read'),
    })
    cpSync(join(directory, 'model.onnx'), join(dataDir, 'model.onnx'))
    writeFileSync(join(directory, 'model.onnx'), 'half of it')
    promote(dataDir, 'mended')
    await expect.poll(() => problems.length, patience).toBe(2)
    cpSync(join(dataDir, 'model.onnx'), join(directory, 'model.onnx'))
    await untilServed(advisors, 'mended')
  })

  test('with which scoring fails waits, and says why', async () => {
    let failures = 0
    const advisors = await keep({
      async scorePortfolio() {
        if (++failures < 3) throw new Error('out of memory')
        await scoreWithChampion()
      },
      retryAfterMs: 50,
    })
    writeBundleCopy(dataDir, { modelVersion: 'shifted', shiftLogOdds: 0.5 })
    promote(dataDir, 'shifted')
    await expect
      .poll(async () => (await healthOf(advisors)).pending, patience)
      .toEqual({ modelVersion: 'shifted', state: 'scoring', reason: 'out of memory' })
    await untilServed(advisors, 'shifted')
    expect(problems).toEqual(['Error: out of memory', 'Error: out of memory'])
  })
})

describe('Loaded data', () => {
  test('serve when they are scored; until then lists go on over those before', async () => {
    const mayScore = gate()
    const advisors = await keep({ scorePortfolio: () => mayScore.promise.then(scoreWithChampion) })
    const before = await advisors.use(ask)
    await loadStore({ dataDir })
    await expect.poll(async () => (await healthOf(advisors)).pending?.state, patience).toBe('scoring')
    expect(await advisors.use(ask)).toEqual(before)
    mayScore.resolve()
    await expect.poll(async () => (await healthOf(advisors)).pending, patience).toBeNull()
    expect(await advisors.use(ask)).toEqual(before)
  })

  test('leave no log behind, though what serves never stops reading', async () => {
    const advisors = await keep({ tolerableLogBytes: 0 })
    const before = await advisors.use(ask)
    await loadStore({ dataDir })
    const logBytes = () => measureLog(join(dataDir, 'store.sqlite'))
    expect(logBytes()).toBeGreaterThan(0)
    await expect.poll(logBytes, patience).toBe(0)
    expect(await advisors.use(ask)).toEqual(before)
    expect(problems).toEqual([])
  })

  test('may come together with a promotion', async () => {
    const advisors = await keep()
    writeBundleCopy(dataDir, { modelVersion: 'shifted', shiftLogOdds: 0.5 })
    const loading = loadStore({ dataDir })
    promote(dataDir, 'shifted')
    let loaded = false
    const answers = loading.then(() => {
      loaded = true
    })
    while (!loaded) {
      await advisors.use(ask)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await answers
    await untilServed(advisors, 'shifted')
    await expect.poll(async () => (await healthOf(advisors)).pending, patience).toBeNull()
  })
})
