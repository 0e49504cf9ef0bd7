import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { AuditEntry } from '#db/audit/audit-entry.ts'
import { openAuditLog } from '#db/audit/open-audit-log.ts'
import { readEntries } from '#db/audit/read-entries.ts'
import { verifyChain } from '#db/audit/verify-chain.ts'
import { promote, writeBundleCopy } from '#testing/promote-copy.ts'
import { type AuditedKind, auditedKinds } from './audit-recorder.ts'
import { compareCohort } from './compare-cohort.ts'
import { explainClient } from './explain-client.ts'
import { listClients } from './list-clients.ts'
import { type AdvisorContext, openAdvisor } from './open-advisor.ts'
import { type Audit, openAudit } from './open-audit.ts'
import { readClientProfile } from './read-client-profile.ts'
import { replayEntry } from './replay-entry.ts'
import { scoreClient } from './score-client.ts'
import { scorePortfolio } from './score-portfolio.ts'
import { searchClients } from './search-clients.ts'
import { simulateClient } from './simulate-client.ts'
import { suggestChanges } from './suggest-changes.ts'
import { viewClient } from './view-client.ts'

let dataDir: string
let advisor: AdvisorContext
let audit: Audit
let refusedId: number

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'audit-'))
  cpSync(join(inject('demoDataDir'), 'store.sqlite'), join(dataDir, 'store.sqlite'))
  audit = openAudit({ dataDir })
  const opened = await openAdvisor({ dataDir })
  const { rows } = await listClients(opened, { filters: { advice: ['refuse'] } })
  refusedId = rows[0]?.clientId as number
  advisor = { ...opened, audit: audit.recorderFor('user:u1', 'page') }
})
afterAll(async () => {
  audit.close()
  await advisor.close()
  rmSync(dataDir, { recursive: true })
})

const ask: Record<AuditedKind, () => Promise<object>> = {
  score: () => scoreClient(advisor, { clientId: refusedId }),
  explanation: () => explainClient(advisor, { clientId: refusedId, maxReasons: 3, language: 'en' }),
  comparison: () => compareCohort(advisor, { clientId: refusedId, cohort: { kind: 'similar' } }),
  simulation: () => simulateClient(advisor, { clientId: refusedId, changes: { creditAmount: 200_000 } }),
  suggestions: () => suggestChanges(advisor, { clientId: refusedId }),
  file: () => viewClient(advisor, { clientId: refusedId }),
  profile: () => readClientProfile(advisor, { clientId: refusedId }),
  search: () => searchClients(advisor, { query: '1000', limit: 3 }),
  list: () => listClients(advisor, { sort: 'probabilityOfDefault', pageSize: 5 }),
}

function readLog(): AuditEntry[] {
  const log = openAuditLog(dataDir)
  const entries = [...readEntries(log)]
  log.close()
  return entries
}
const lastEntry = () => readLog().at(-1) as AuditEntry

describe('Every answer about clients', () => {
  test.each(auditedKinds)('is in the log when it is given: %s', async (kind) => {
    const before = readLog().length
    const answer = await ask[kind]()
    const entries = readLog()
    expect(entries).toHaveLength(before + 1)
    const { bundle } = advisor.scorer
    expect(entries.at(-1)).toMatchObject({
      actor: 'user:u1',
      door: 'page',
      kind,
      clientId: ['search', 'list'].includes(kind) ? null : refusedId,
      modelVersion: bundle.manifest.modelVersion,
      bundleSha256: bundle.sha256,
      dataVersion: advisor.servedDataset().dataVersion,
      featuresSha256: ['search', 'list'].includes(kind) ? null : expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(JSON.parse(entries.at(-1)?.answer as string)).toEqual(JSON.parse(JSON.stringify(answer)))
  })

  test.each(auditedKinds)('is computed again from the log, to the last digit: %s', async (kind) => {
    await ask[kind]()
    expect(await replayEntry(lastEntry(), { dataDir })).toEqual([])
  })

  test('of several asked at once has its own entry', async () => {
    const before = readLog().length
    await Promise.all(Array.from({ length: 40 }, () => ask.score()))
    expect(readLog()).toHaveLength(before + 40)
    const log = openAuditLog(dataDir)
    expect(verifyChain(readEntries(log), { recordedHead: log.head.read() }).faults).toEqual([])
    log.close()
  })
})

describe('A replay', () => {
  test('finds a figure that is not the one shown', async () => {
    await ask.explanation()
    const entry = lastEntry()
    const answer = JSON.parse(entry.answer)
    answer.probabilityOfDefault += 1e-12
    answer.reasons[0].sentence = 'Other words.'
    const differences = await replayEntry({ ...entry, answer: JSON.stringify(answer) }, { dataDir })
    expect(differences.map(({ path, isWording }) => [path, isWording])).toEqual([
      ['probabilityOfDefault', false],
      ['reasons.0.sentence', true],
    ])
  })

  test('says so when the client’s features have changed since, or the data have', async () => {
    await ask.score()
    const entry = lastEntry()
    const changed = replayEntry({ ...entry, featuresSha256: '0'.repeat(64) }, { dataDir })
    await expect(changed).rejects.toMatchObject({ code: 'REPLAY_IMPOSSIBLE' })
    await expect(changed).rejects.toThrow(/features of client \d+ are not those/)
    await ask.comparison()
    const other = replayEntry({ ...lastEntry(), dataVersion: 'demo-before' }, { dataDir })
    await expect(other).rejects.toThrow(/several clients of demo-before; the store holds/)
  })

  test('shows the scores of the model of that time, whoever has scored the portfolio since', async () => {
    const laterDir = mkdtempSync(join(tmpdir(), 'audit-'))
    await advisor.store.database.backup(join(laterDir, 'store.sqlite'))
    writeBundleCopy(laterDir, { modelVersion: 'later', shiftLogOdds: 0.3 })
    promote(laterDir, 'later')
    const later = await openAdvisor({ dataDir: laterDir })
    await scorePortfolio(later)
    await later.close()
    for (const kind of auditedKinds) {
      await ask[kind]()
      expect(await replayEntry(lastEntry(), { dataDir: laterDir }), kind).toEqual([])
    }
    rmSync(laterDir, { recursive: true })
  })

  test('says so when the bundle was kept nowhere', async () => {
    await ask.score()
    const lost = replayEntry({ ...lastEntry(), bundleSha256: '0'.repeat(64) }, { dataDir })
    await expect(lost).rejects.toMatchObject({ code: 'BUNDLE_MISSING' })
  })
})

test('An answer that cannot be entered in the log is not given', async () => {
  const full = mkdtempSync(join(tmpdir(), 'audit-'))
  const reported: unknown[] = []
  const failing = openAudit({ dataDir: full, onUnexpected: (error) => reported.push(error) })
  const blocker = new Database(join(full, 'audit.sqlite'))
  blocker.exec(
    "create trigger disk_is_full before insert on audit_entries begin select raise(abort, 'full'); end",
  )
  blocker.close()
  const bound = { ...advisor, audit: failing.recorderFor('user:u1', 'rest') }
  await expect(scoreClient(bound, { clientId: refusedId })).rejects.toMatchObject({
    code: 'AUDIT_UNAVAILABLE',
  })
  expect(String(reported)).toContain('full')
  failing.close()
  rmSync(full, { recursive: true })
})
