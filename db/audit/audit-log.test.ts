import { fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AuditEntry, NewAuditEntry } from './audit-entry.ts'
import { auditHeadPath, auditLogPath } from './audit-paths.ts'
import { computeEntryHash } from './compute-entry-hash.ts'
import { openAuditLog } from './open-audit-log.ts'
import { findEntry, readEntries } from './read-entries.ts'
import { type VerifyChainOptions, verifyChain } from './verify-chain.ts'

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'audit-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

function inventEntry(clientId: number): NewAuditEntry {
  return {
    recordedAt: '2026-11-24T12:00:00.000Z',
    actor: 'user:u1',
    door: 'page',
    kind: 'score',
    clientId,
    input: `{"clientId":${clientId}}`,
    modelVersion: 'lgbm',
    bundleSha256: 'b'.repeat(64),
    modelSha256: 'm'.repeat(64),
    dataVersion: 'demo-1',
    featuresSha256: null,
    answer: `{"probabilityOfDefault":0.1,"name":"Zoé \\"${clientId}\\""}`,
  }
}

function append(...clientIds: number[]): void {
  const log = openAuditLog(dataDir)
  log.append(clientIds.map(inventEntry))
  log.close()
}

function verify(notedHead?: VerifyChainOptions['notedHead']) {
  const log = openAuditLog(dataDir)
  try {
    return verifyChain(readEntries(log), { recordedHead: log.head.read(), ...(notedHead && { notedHead }) })
  } finally {
    log.close()
  }
}

/** What someone could do who may write the file, past the triggers. */
function tamper(change: (database: Database.Database) => void): void {
  const database = new Database(auditLogPath(dataDir))
  for (const name of ['never_change', 'never_leave']) database.exec(`drop trigger audit_entries_${name}`)
  change(database)
  database.close()
}

const faultsOf = () => verify().faults.map(({ entryId, fault }) => `${entryId}: ${fault}`)

describe('The audit log', () => {
  test('chains entries from one opening to the next, numbered without a gap', () => {
    append(1, 2)
    append(3)
    const log = openAuditLog(dataDir)
    const entries = [...readEntries(log)]
    expect(entries.map(({ entryId, clientId }) => [entryId, clientId])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
    expect(entries[2]?.previousHash).toBe(entries[1]?.entryHash)
    expect(findEntry(log, 2)).toEqual(entries[1])
    expect(findEntry(log, 4)).toBeNull()
    log.close()
    expect(verify()).toEqual({ head: { entries: 3, lastHash: entries[2]?.entryHash }, faults: [] })
  })

  test('refuses to change or remove an entry', () => {
    append(1)
    const { database, close } = openAuditLog(dataDir)
    expect(() => database.exec("update audit_entries set answer = '{}'")).toThrow(/never changed/)
    expect(() => database.exec('delete from audit_entries')).toThrow(/never removed/)
    close()
  })

  test('is for this user alone', () => {
    append(1)
    const mode = (path: string) => statSync(path).mode & 0o777
    expect([mode(auditLogPath(dataDir)), mode(auditHeadPath(dataDir))]).toEqual([0o600, 0o600])
  })

  test('keeps nothing of a group that could not be written whole', () => {
    append(1)
    const log = openAuditLog(dataDir)
    const broken = { ...inventEntry(3), actor: null as unknown as string }
    expect(() => log.append([inventEntry(2), broken])).toThrow(/NOT NULL/)
    log.close()
    expect(verify()).toMatchObject({ head: { entries: 1 }, faults: [] })
  })

  test('does not take another program’s file for its own', () => {
    const database = new Database(auditLogPath(dataDir))
    database.exec('create table other (x)')
    database.close()
    expect(() => openAuditLog(dataDir)).toThrow(/another program's SQLite file\. The audit log is expected/)
    writeFileSync(
      auditLogPath(dataDir),
      'not a database at all, but long enough to be read as one'.repeat(10),
    )
    expect(() => openAuditLog(dataDir)).toThrow(/is damaged \(SQLITE_NOTADB/)
    rmSync(auditLogPath(dataDir))
    expect(() => openAuditLog(dataDir, { create: false })).toThrow(
      /does not exist\. The audit log is expected/,
    )
  })
})

describe('A log that was cut off', () => {
  test('is not written over: its record still names what is missing', () => {
    append(1, 2, 3)
    tamper((database) => database.exec('delete from audit_entries where entry_id = 3'))
    expect(() => append(4)).toThrow(/entries were cut off/)
    writeFileSync(auditHeadPath(dataDir), '')
    expect(() => append(4)).toThrow(/audit-head\.json/)
    rmSync(auditLogPath(dataDir))
    rmSync(auditHeadPath(dataDir))
    append(1)
    expect(verify().faults).toEqual([])
  })
})

describe('The check of the chain', () => {
  beforeEach(() => append(1, 2, 3, 4, 5))

  test.each(Object.keys(inventEntry(1)))('finds a changed %s', (field) => {
    const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    tamper((database) => database.exec(`update audit_entries set ${column} = '42' where entry_id = 3`))
    expect(faultsOf()).toEqual(['3: was changed: its content does not give its hash'])
  })

  test('finds a removed entry, even when those after it are numbered anew', () => {
    tamper((database) => database.exec('delete from audit_entries where entry_id = 3'))
    expect(faultsOf()).toEqual(['3: entry 3 missing before entry 4'])
    tamperAgain((database) =>
      database.exec('update audit_entries set entry_id = entry_id - 1 where entry_id > 3'),
    )
    expect(faultsOf()[0]).toMatch(/^3: does not follow the entry before it/)
  })

  test('finds two entries that changed places', () => {
    tamper((database) => {
      database.exec('update audit_entries set entry_id = -entry_id where entry_id in (2, 3)')
      database.exec('update audit_entries set entry_id = 5 + entry_id where entry_id < 0')
    })
    expect(faultsOf()[0]).toMatch(/^2: does not follow/)
  })

  test('finds a changed entry whose hash was computed anew', () => {
    tamper((database) => {
      const entry = database
        .prepare(
          'select entry_id entryId, recorded_at recordedAt, actor, door, kind, client_id clientId, input, model_version modelVersion, bundle_sha256 bundleSha256, model_sha256 modelSha256, data_version dataVersion, features_sha256 featuresSha256, answer, previous_hash previousHash from audit_entries where entry_id = 3',
        )
        .get() as AuditEntry
      const forged = computeEntryHash({ ...entry, answer: '{}' })
      database
        .prepare("update audit_entries set answer = '{}', entry_hash = ? where entry_id = 3")
        .run(forged)
    })
    expect(faultsOf()).toEqual([expect.stringMatching(/^4: does not follow the entry before it/)])
  })

  test('finds a log that was cut at its end', () => {
    tamper((database) => database.exec('delete from audit_entries where entry_id > 3'))
    expect(faultsOf()).toEqual(['4: the log ends at entry 3 where the recorded head has 5: it was cut off'])
  })

  test('finds a log that was begun anew, and one whose record was removed', () => {
    const recorded = readFileSync(auditHeadPath(dataDir))
    rmSync(auditLogPath(dataDir))
    rmSync(auditHeadPath(dataDir))
    append(6, 7, 8, 9, 10, 11)
    writeFileSync(auditHeadPath(dataDir), recorded)
    expect(faultsOf()).toEqual([expect.stringMatching(/^5: is not the entry that the recorded head names/)])
    writeFileSync(auditHeadPath(dataDir), '')
    expect(faultsOf()).toEqual([expect.stringMatching(/^6: no head is recorded beside the log/)])
  })

  test('finds by a head noted elsewhere what was cut together with its record', () => {
    const { head } = verify()
    tamper((database) => database.exec('delete from audit_entries where entry_id = 5'))
    const record = JSON.parse(readFileSync(auditHeadPath(dataDir), 'utf8'))
    writeFileSync(
      auditHeadPath(dataDir),
      `${JSON.stringify({ ...record, entries: 4, lastHash: entryHash(4) })}\n`,
    )
    expect(verify().faults).toEqual([])
    expect(verify(head).faults).toEqual([
      { entryId: 5, fault: 'the log ends at entry 4 where the head that was noted has 5: it was cut off' },
    ])
  })

  const entryHash = (entryId: number) => {
    const log = openAuditLog(dataDir)
    const entry = findEntry(log, entryId)
    log.close()
    return entry?.entryHash
  }
  const tamperAgain = (change: (database: Database.Database) => void) => {
    const database = new Database(auditLogPath(dataDir))
    change(database)
    database.close()
  }
})

describe('Several processes', () => {
  const appender = join(import.meta.dirname, 'test-data/append-until-told.ts')

  function startAppender(entries: number) {
    const child = fork(appender, [dataDir, String(entries)], { stdio: 'pipe' })
    const acknowledged: number[] = []
    child.on('message', (count) => acknowledged.push(Number(count)))
    const ended = new Promise((resolve) => child.once('exit', resolve))
    return { child, acknowledged, ended }
  }

  test('append to one chain', async () => {
    const appenders = [startAppender(150), startAppender(150)]
    await Promise.all(appenders.map(({ ended }) => ended))
    expect(verify()).toMatchObject({ head: { entries: 300 }, faults: [] })
    const log = openAuditLog(dataDir)
    const ofEach = Map.groupBy(readEntries(log), ({ actor }) => actor)
    expect([...ofEach.values()].map(({ length }) => length)).toEqual([150, 150])
    log.close()
  })

  test('lose no entry that they had acknowledged when they are killed', async () => {
    for (let round = 0; round < 3; round++) {
      const { child, acknowledged, ended } = startAppender(1_000_000)
      while (acknowledged.length < 30) await new Promise((resolve) => setTimeout(resolve, 5))
      child.kill('SIGKILL')
      await ended
      const log = openAuditLog(dataDir)
      const kept = [...readEntries(log)].filter(({ actor }) => actor === `local:${child.pid}`).length
      log.close()
      expect(kept).toBeGreaterThanOrEqual(acknowledged.at(-1) as number)
      expect(verify().faults).toEqual([])
    }
  })
})
