import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { runStep } from '#db/run-step.ts'
import { prepareData } from '#server/prepare-data.ts'
import { askEvidently, python } from '#testing/ask-evidently.ts'
import { readStoreColumns } from '#testing/read-store-columns.ts'
import { assessColumn } from '../drift/assess-column.ts'
import { type EvidentlyVerdict, parseVerdicts } from '../drift/cases/evidently-verdict.ts'
import { findDisagreement } from '../drift/cases/find-disagreement.ts'
import type { GeneratedColumn } from '../drift/cases/generate-columns.ts'
import { driftReport } from './drift-report.ts'
import { type AdvisorContext, openAdvisor } from './open-advisor.ts'

/** Columns on which we and evidently differ, and in what. */
function findDisagreements(columns: readonly GeneratedColumn[], verdicts: readonly EvidentlyVerdict[]) {
  const byName = new Map(verdicts.map((verdict) => [verdict.name, verdict]))
  return columns.flatMap(({ name, reference, current }) => {
    const disagreement = findDisagreement(assessColumn(reference, current), byName.get(name))
    return disagreement ? [`${name}: ${disagreement}`] : []
  })
}

describe('The demo', () => {
  test.each([
    ['all of the reference', Number.POSITIVE_INFINITY],
    ['its first 900 clients', 900],
  ])('drifts as evidently wrote it down, feature by feature, with %s', async (_, mostReferenceRows) => {
    const path = join(import.meta.dirname, '../drift/cases/evidently-demo.csv')
    const golden = parseVerdicts(readFileSync(path, 'utf8'))
    const advisor = await openAdvisor({ dataDir: inject('demoDataDir') })
    const columns = readStoreColumns(advisor, mostReferenceRows)
    await advisor.close()
    const rows = columns[0]?.reference.length
    const verdicts = golden.filter((verdict) => verdict.rows.reference === rows)
    const advice = 'After a change of the features run: node bench/prepare/write-drift-golden.ts demo'
    expect(
      verdicts.map(({ name }) => name),
      advice,
    ).toEqual(columns.map(({ name }) => name))
    expect(findDisagreements(columns, verdicts), advice).toEqual([])
  })
})

const samplePath = resolve(import.meta.dirname, '../../../shared/home-credit/home-credit-sample.zip')

/** evidently's verdicts on real rows are kept outside the repository, for the next run. */
function askEvidentlyOnce(columns: readonly GeneratedColumn[]): EvidentlyVerdict[] {
  const hash = createHash('sha256')
  for (const { name, reference, current } of columns) hash.update(name).update(reference).update(current)
  const path = join(tmpdir(), `credit-advisor-evidently-${hash.digest('hex').slice(0, 32)}.json`)
  if (!existsSync(path)) writeFileSync(path, JSON.stringify(askEvidently(columns, { undrawn: true })))
  return JSON.parse(readFileSync(path, 'utf8'))
}

describe.skipIf(!existsSync(samplePath) || !existsSync(python))('The real sample', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'credit-advisor-drift-real-'))
  let advisor: AdvisorContext
  beforeAll(async () => {
    await runStep(['node', 'db/raw/data-import.ts', samplePath], { DATA_DIR: dataDir })
    await prepareData({ dataDir, demoClients: 0, demoSeed: 0 })
    advisor = await openAdvisor({ dataDir })
  })
  afterAll(async () => {
    await advisor?.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test.each([
    ['5,000 train against 5,000 test clients', Number.POSITIVE_INFINITY],
    ['900 train against 5,000 test clients', 900],
  ])('drifts as evidently finds, feature by feature: %s', (_, mostReferenceRows) => {
    const columns = readStoreColumns(advisor, mostReferenceRows)
    expect(findDisagreements(columns, askEvidentlyOnce(columns))).toEqual([])
  })

  test('is reported by the verdicts that evidently gives on the model’s features', async () => {
    const verdicts = new Map(askEvidentlyOnce(readStoreColumns(advisor)).map((said) => [said.name, said]))
    const { columns, dataset } = await driftReport(advisor)
    for (const { feature, test, drifted } of columns) {
      const said = verdicts.get(feature)
      // What the model computes itself is no stored feature.
      if (said?.test) expect([test, drifted], feature).toEqual([said.test, said.drifted])
    }
    expect(dataset.columns).toBeGreaterThan(dataset.driftedColumns)
  })
})
