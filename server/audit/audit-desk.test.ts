import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuditKindShown } from '#core/advisor/audit-recorder.ts'
import { type Audit, openAudit } from '#core/advisor/open-audit.ts'
import { replayEntry } from '#core/advisor/replay-entry.ts'
import type { AuditFilters, AuditPlace } from '#core/contracts/audit.ts'
import { type Door, scopesOfRole } from '#core/contracts/caller.ts'
import { auditLogPath } from '#db/audit/audit-paths.ts'
import { type AuditReader, openAuditReader } from '#db/audit/open-audit-reader.ts'
import { findEntry } from '#db/audit/read-entries.ts'
import { createAuditDesk } from './create-audit-desk.ts'

let dataDir: string
let audit: Audit
let log: AuditReader
const doors: Door[] = ['page', 'rest', 'mcp-http', 'mcp-stdio']
const kinds: AuditKindShown[] = ['score', 'explanation', 'list']
const total = 180

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'audit-desk-'))
  let minute = 0
  audit = openAudit({ dataDir, clock: () => new Date(Date.UTC(2026, 10, 24, 12, minute++)) })
  for (let i = 0; i < total; i++) {
    const door = doors[i % 4] as Door
    const kind = kinds[i % 3] as AuditKindShown
    const actor = door === 'mcp-stdio' ? 'local:ana' : `user:u${i % 2}`
    await audit.recorderFor(actor, door).record({
      kind,
      clientId: kind === 'list' ? null : 100_000 + (i % 5),
      input: { i },
      answer: { i },
      model: { version: 'lgbm', sha256: 'm', bundleSha256: 'b' },
      dataVersion: 'demo',
      featureRow: null,
    })
  }
  log = openAuditReader(dataDir)
})
afterAll(() => {
  log.close()
  audit.close()
  rmSync(dataDir, { recursive: true })
})

const openDesk = (role: 'administrator' | 'advisor' = 'administrator') =>
  createAuditDesk({ log, scopes: scopesOfRole[role], recorder: audit.recorderFor('user:boss', 'page') })

/** All entries of a list, page by page from the newest to the oldest, and how many there are said to be. */
function walk(filters: AuditFilters): { entryIds: number[]; count: number } {
  const desk = openDesk()
  const entryIds: number[] = []
  let place: AuditPlace = { beside: null }
  for (;;) {
    const { entries, hasOlder, count } = desk.list(filters, place)
    entryIds.push(...entries.map(({ entryId }) => entryId))
    if (!hasOlder) return { entryIds, count }
    place = { beside: entryIds.at(-1) as number, direction: 'older' }
  }
}

/** The same by looking at every entry. */
function filterAll(passes: (entry: NonNullable<ReturnType<typeof findEntry>>) => boolean): number[] {
  const entries = Array.from({ length: total }, (_, i) => findEntry(log, total - i))
  return entries.flatMap((entry) => (entry && passes(entry) ? [entry.entryId] : []))
}

describe('The list of the log', () => {
  const from = '2026-11-24T13:00:00.000Z'
  const until = '2026-11-24T14:00:00.000Z'

  test.each<[string, AuditFilters, Parameters<typeof filterAll>[0]]>([
    ['all entries', {}, () => true],
    ['those of a client', { clientId: 100_003 }, ({ clientId }) => clientId === 100_003],
    ['those of a person', { actor: 'user:u1' }, ({ actor }) => actor === 'user:u1'],
    ['those of the machine', { actor: 'local' }, ({ actor }) => actor.startsWith('local:')],
    ['those of a door', { door: 'rest' }, ({ door }) => door === 'rest'],
    ['those of a kind', { kind: 'list' }, ({ kind }) => kind === 'list'],
    ['those of a day', { from, until }, ({ recordedAt }) => recordedAt >= from && recordedAt < until],
    [
      'those of a client, a kind and a door',
      { clientId: 100_001, kind: 'score', door: 'page' },
      ({ clientId, kind, door }) => clientId === 100_001 && kind === 'score' && door === 'page',
    ],
    ['none', { actor: 'user:nobody' }, () => false],
  ])('shows %s, each once, newest first, over all its pages', (_name, filters, passes) => {
    const expected = filterAll(passes)
    expect(walk(filters)).toEqual({ entryIds: expected, count: expected.length })
  })

  test('goes back to what was shown before', () => {
    const desk = openDesk()
    const first = desk.list({}, { beside: null })
    const second = desk.list({}, { beside: first.entries.at(-1)?.entryId as number, direction: 'older' })
    const beside = second.entries[0]?.entryId as number
    expect(desk.list({}, { beside, direction: 'newer' })).toEqual({ ...first, hasOlder: true })
    expect([first.hasNewer, second.hasNewer, second.hasOlder]).toEqual([false, true, true])
  })

  test('is asked of its indexes: what entries hold is not read', () => {
    const plan = log.database
      .prepare(
        'explain query plan select count(*) from audit_entries indexed by audit_entries_overview where door = 1',
      )
      .all()
    expect(JSON.stringify(plan)).toContain('COVERING INDEX audit_entries_overview')
  })
})

describe('An entry that is shown', () => {
  test('holds what was asked and shown, and is as it was written', async () => {
    const entry = await openDesk().show(7)
    expect(entry).toMatchObject({ entryId: 7, input: '{"i":6}', answer: '{"i":6}', isAsWritten: true })
  })

  test('was shown to someone, which is in the log too and is found there again', async () => {
    const before = openDesk().countAll()
    const shown = await openDesk().show(7)
    const look = findEntry(log, before + 1)
    expect(look).toMatchObject({ actor: 'user:boss', door: 'page', kind: 'entry', clientId: shown?.clientId })
    expect(look && (await replayEntry(look, { dataDir }))).toEqual([])
  })

  test('that was changed since says so', async () => {
    const database = new Database(auditLogPath(dataDir))
    database.exec('drop trigger audit_entries_never_change')
    database.exec(`update audit_entries set answer = '{"i":0}' where entry_id = 9`)
    database.close()
    expect(await openDesk().show(9)).toMatchObject({ isAsWritten: false })
    expect(await openDesk().show(10)).toMatchObject({ isAsWritten: true })
  })

  test('must be there', async () => {
    expect(await openDesk().show(100_000)).toBeNull()
  })
})

test('Nobody reads the log who may not, whatever page forgot to ask', async () => {
  const desk = openDesk('advisor')
  expect(() => desk.list({}, { beside: null })).toThrow('audit:read')
  expect(() => desk.countAll()).toThrow('audit:read')
  await expect(desk.show(1)).rejects.toThrow('audit:read')
})
