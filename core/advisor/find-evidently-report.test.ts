import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { findEvidentlyReport, openEvidentlyReport } from './find-evidently-report.ts'
import { type AdvisorContext, openAdvisor } from './open-advisor.ts'

let advisor: AdvisorContext
let dataDir: string

beforeAll(async () => {
  advisor = await openAdvisor({ dataDir: inject('demoDataDir') })
})
afterAll(() => advisor.close())
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'evidently-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** As `npm run ml:drift` leaves it. */
function write(dataVersion: string, html: string | null = `<p>${dataVersion}`) {
  const folder = join(dataDir, 'drift', dataVersion)
  mkdirSync(folder, { recursive: true })
  const summary = { createdAt: '2026-11-24T20:10:00Z', dataVersion, modelVersion: 'lgbm-1', columns: 207 }
  writeFileSync(join(folder, 'summary.json'), JSON.stringify(summary))
  if (html !== null) writeFileSync(join(folder, 'report.html'), html)
  point(dataVersion)
}

function point(dataVersion: unknown) {
  writeFileSync(join(dataDir, 'drift/latest.json'), JSON.stringify({ dataVersion }))
}

const find = () => findEvidentlyReport(advisor, dataDir)

async function readHtml(): Promise<string | null> {
  const stream = await openEvidentlyReport(advisor, dataDir)
  return stream && text(stream)
}

describe('evidently’s report', () => {
  test('is none until one is made', async () => {
    expect(await find()).toBe(null)
    expect(await readHtml()).toBe(null)
  })

  test('is the one on the served data, even when another is newer', async () => {
    const { dataVersion } = advisor.servedDataset()
    write(dataVersion)
    write('import-0123abcd')
    expect(await find()).toEqual({ createdAt: '2026-11-24T20:10:00Z', dataVersion, modelVersion: 'lgbm-1' })
    expect(await readHtml()).toBe(`<p>${dataVersion}`)
  })

  test('is the latest where there is none on the served data', async () => {
    write('import-0123abcd')
    expect((await find())?.dataVersion).toBe('import-0123abcd')
    expect(await readHtml()).toBe('<p>import-0123abcd')
  })

  test('never lies outside its folder', async () => {
    write('import-0123abcd')
    for (const way of ['..', '../drift/import-0123abcd', '.', '/etc', '', 7, null]) {
      point(way)
      expect(await find()).toBe(null)
    }
  })

  test('is none when its file is gone or its summary is not whole', async () => {
    write('import-0123abcd', null)
    expect(await readHtml()).toBe(null)
    writeFileSync(join(dataDir, 'drift/import-0123abcd/summary.json'), '{"createdAt": 3')
    expect(await find()).toBe(null)
  })
})
