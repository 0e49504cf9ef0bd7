import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { type AdvisorContext, openAdvisor } from '#core/advisor/open-advisor.ts'
import { scorePortfolio } from '#core/advisor/score-portfolio.ts'
import { findChampion } from '#core/bundle/find-champion.ts'
import { findLoadedDataset } from '#db/store/find-loaded-dataset.ts'
import { keepPortfolioScored } from './keep-portfolio-scored.ts'

let dataDir: string
let served: AdvisorContext
let other: AdvisorContext
let stop: () => void
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'keep-scored-'))
  cpSync(inject('demoDataDir'), dataDir, { recursive: true })
  served = await openAdvisor({ dataDir })
  other = await openAdvisor({ dataDir })
  // As a load leaves it.
  other.store.database.exec('update model_versions set scored_at = null')
})
afterEach(async () => {
  stop()
  await Promise.all([served.close(), other.close()])
  rmSync(dataDir, { recursive: true })
})

const isScored = () => findLoadedDataset(dataDir)?.scoredBundleSha256 !== null
const quick = { checkEveryMs: 5, retryAfterMs: 10 }

describe('While it serves, the portfolio', () => {
  test('is scored once, by one scoring at a time, again after one that failed', async () => {
    const failures: unknown[] = []
    let scorings = 0
    let running = 0
    stop = keepPortfolioScored(served, {
      ...quick,
      dataDir,
      async scorePortfolio() {
        expect(++running).toBe(1)
        await new Promise((resolve) => setTimeout(resolve, 50))
        running--
        if (++scorings === 1) throw new Error('out of memory')
        await scorePortfolio(other)
      },
      onUnexpected: (error) => failures.push(String(error)),
    })
    await expect.poll(isScored).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect([scorings, failures]).toEqual([2, ['Error: out of memory']])
  })

  test('waits for the next start when another model was promoted: scores of that would not serve', async () => {
    const bundle = findChampion(dataDir)
    const promoted = join(dataDir, 'bundles', basename(bundle))
    mkdirSync(promoted, { recursive: true })
    const manifest = JSON.parse(readFileSync(join(bundle, 'manifest.json'), 'utf8'))
    manifest.model.sha256 = 'a'.repeat(64)
    writeFileSync(join(promoted, 'manifest.json'), JSON.stringify(manifest))
    writeFileSync(join(dataDir, 'bundles/champion.json'), JSON.stringify({ modelVersion: basename(bundle) }))
    const called: unknown[] = []
    const call = (...args: unknown[]) => called.push(args)
    stop = keepPortfolioScored(served, {
      ...quick,
      dataDir,
      scorePortfolio: async () => void call('score'),
      onUnexpected: call,
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(called).toEqual([])
  })
})
