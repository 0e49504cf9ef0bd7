import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { listAllClientIds } from '#db/store/queries/list-all-client-ids.ts'
import { findChampion } from '../bundle/find-champion.ts'
import { isAdvisorError } from '../contracts/advisor-error.ts'
import { listClientsAnswerSchema } from '../contracts/list-clients.ts'
import { scoreClientAnswerSchema } from '../contracts/score-client.ts'
import { viewClientAnswerSchema } from '../contracts/view-client.ts'
import { joinRows } from './join-rows.ts'
import { listClients } from './list-clients.ts'
import { type AdvisorContext, openAdvisor } from './open-advisor.ts'
import { readClient } from './read-client.ts'
import { scoreClient } from './score-client.ts'
import { scoreModelInput } from './score-model-input.ts'
import { viewClient } from './view-client.ts'

const dataDir = inject('demoDataDir')
let advisor: AdvisorContext
let clientIds: number[]

beforeAll(async () => {
  advisor = await openAdvisor({ dataDir, clock: () => new Date('2026-11-24T12:00:00Z') })
  clientIds = listAllClientIds(advisor.store)
})
afterAll(() => advisor.close())

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error('nothing was thrown'),
    (caught: unknown) => caught,
  )
  return isAdvisorError(error) ? error.code : String(error)
}

const scoreTogether = (ids: number[]) =>
  scoreModelInput(advisor, joinRows(ids.map((id) => readClient(advisor, id).modelInput)), ids)

describe('A client’s score', () => {
  test('keeps its contract for every client of the portfolio', async () => {
    const { decision } = advisor.scorer.bundle.manifest
    for (const clientId of clientIds.slice(0, 300)) {
      const answer = scoreClientAnswerSchema.parse(await scoreClient(advisor, { clientId }))
      expect(answer.probabilityOfDefault + answer.probabilityOfRepayment).toBeCloseTo(1, 12)
      expect(answer.decisionThreshold).toBe(decision.threshold)
      expect(['A', 'B', 'C'].includes(answer.riskClass)).toBe(
        answer.probabilityOfDefault < decision.threshold,
      )
      if (answer.advice === 'refuse') expect(answer.probabilityOfDefault).toBeGreaterThan(decision.threshold)
      if (answer.advice === 'grant') expect(answer.probabilityOfDefault).toBeLessThan(decision.threshold)
      expect(answer.provenance.computedAt).toBe('2026-11-24T12:00:00.000Z')
    }
  })

  test('is the same alone, in a batch and in the list', async () => {
    const { rows } = await listClients(advisor, { sort: 'probabilityOfDefault', pageSize: 100 })
    const batch = await scoreTogether(rows.map(({ clientId }) => clientId))
    for (const [i, row] of rows.entries()) {
      const alone = await scoreClient(advisor, { clientId: row.clientId })
      for (const other of [row, batch[i]]) {
        expect(other).toMatchObject({
          probabilityOfDefault: alone.probabilityOfDefault,
          advice: alone.advice,
          riskClass: alone.riskClass,
        })
      }
    }
  })

  test('is lower for clients who did repay than for those in default, on the whole', async () => {
    const targets = new Map(
      advisor.store.database.prepare('select client_id, target from clients').raw().all() as [
        number,
        number,
      ][],
    )
    const scores = await scoreTogether(clientIds)
    const meanOf = (target: number) => {
      const group = scores.filter(({ clientId }) => targets.get(clientId) === target)
      return group.reduce((sum, { probabilityOfDefault }) => sum + probabilityOfDefault, 0) / group.length
    }
    expect(meanOf(1)).toBeGreaterThan(1.3 * meanOf(0))
  })

  test('is refused with the nearest ids for a client who is not in the store', async () => {
    const error = await scoreClient(advisor, { clientId: 99 }).catch((caught: unknown) => caught)
    expect(error).toMatchObject({
      code: 'UNKNOWN_CLIENT',
      detail: { nearestClientIds: clientIds.slice(0, 5) },
    })
  })

  test('never hands on the known outcome with the description', async () => {
    const { profile } = viewClientAnswerSchema.parse(
      await viewClient(advisor, { clientId: clientIds[0] as number }),
    )
    expect(Object.keys(profile)).not.toContain('target')
    expect(Object.keys(profile).join()).not.toMatch(/sex|gender/i)
  })
})

describe('The portfolio’s list', () => {
  test('sorts, filters and counts alike', async () => {
    const refused = await listClients(advisor, {
      sort: 'probabilityOfDefault',
      direction: 'descending',
      pageSize: 100,
      filters: { advice: ['refuse'] },
    })
    expect(refused.adviceCounts).toEqual({ grant: 0, review: 0, refuse: refused.matchCount })
    const probabilities = refused.rows.map(({ probabilityOfDefault }) => probabilityOfDefault)
    expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a))
    const all = listClientsAnswerSchema.parse(await listClients(advisor, {}))
    expect(all.matchCount).toBe(clientIds.length)
    expect(Object.values(all.adviceCounts).reduce((a, b) => a + b)).toBe(clientIds.length)
  })

  test('gives the last page when asked for one past it', async () => {
    const { page, pageCount, rows } = await listClients(advisor, { page: 99_999 })
    expect(page).toBe(pageCount)
    expect(rows.length).toBeGreaterThan(0)
  })

  test.each([{ page: 0 }, { pageSize: 101 }, { sort: 'target' as never }, { filters: { advice: [] } }])(
    'refuses %j',
    async (input) => expect(await codeOf(listClients(advisor, input))).toBe('INVALID_INPUT'),
  )
})

describe('A bundle', () => {
  function withCopy(change: (directory: string) => void): Promise<string> {
    const bundlesDir = mkdtempSync(join(tmpdir(), 'bundles-'))
    const champion = findChampion(dataDir)
    const directory = join(bundlesDir, 'copy')
    cpSync(champion, directory, { recursive: true })
    writeFileSync(join(bundlesDir, 'champion.json'), JSON.stringify({ modelVersion: 'copy' }))
    change(directory)
    return codeOf(
      openAdvisor({ dataDir, committedBundlesDir: bundlesDir }).then((opened) => opened.close()),
    ).finally(() => rmSync(bundlesDir, { recursive: true }))
  }

  test('with any file that differs from its manifest serves nothing', async () => {
    const { files } = JSON.parse(readFileSync(join(findChampion(dataDir), 'manifest.json'), 'utf8'))
    for (const file of Object.keys(files)) {
      expect(await withCopy((directory) => writeFileSync(join(directory, file), 'changed')), file).toBe(
        'BUNDLE_CORRUPT',
      )
    }
  })

  test('whose features the store lacks serves nothing', async () => {
    const code = await withCopy((directory) => {
      const path = join(directory, 'manifest.json')
      const manifest = JSON.parse(readFileSync(path, 'utf8'))
      manifest.features[0] = 'a_feature_of_next_year'
      writeFileSync(path, JSON.stringify(manifest))
    })
    expect(code).toBe('FEATURES_MISMATCH')
  })

  test('whose manifest breaks its schema serves nothing', async () => {
    expect(await withCopy((directory) => writeFileSync(join(directory, 'manifest.json'), '{}'))).toBe(
      'BUNDLE_CORRUPT',
    )
    expect(await withCopy((directory) => rmSync(join(directory, 'manifest.json')))).toBe('BUNDLE_MISSING')
  })
})
