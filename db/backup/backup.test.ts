import { type ChildProcess, fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openAccounts } from '../accounts/open-accounts.ts'
import { auditHeadPath, auditLogPath } from '../audit/audit-paths.ts'
import { openAuditLog } from '../audit/open-audit-log.ts'
import { readEntries } from '../audit/read-entries.ts'
import { verifyChain } from '../audit/verify-chain.ts'
import { claimDataDir, shareDataDir } from '../lock-data-dir.ts'
import { restoreBackup } from './restore-backup.ts'
import { inventEntry } from './test-data/invent-entry.ts'
import { writeBackup } from './write-backup.ts'

let home: string
let dataDir: string
let to: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'backup-'))
  dataDir = join(home, 'data')
  to = join(home, 'backups', '2026-11-25')
  mkdirSync(dataDir)
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

function append(...clientIds: number[]): void {
  const log = openAuditLog(dataDir)
  log.append(clientIds.map(inventEntry))
  log.close()
}

function verify(folder: string) {
  const log = openAuditLog(folder, { create: false })
  try {
    return verifyChain(readEntries(log), { recordedHead: log.head.read() })
  } finally {
    log.close()
  }
}

function writeNote(note: string): void {
  const database = new Database(join(dataDir, 'notes.sqlite'))
  database.pragma('journal_mode = WAL')
  database.exec('create table if not exists notes (note text)')
  database.prepare('insert into notes values (?)').run(note)
  database.close()
}

function readNotes(folder: string): string[] {
  const database = new Database(join(folder, 'notes.sqlite'), { readonly: true })
  const notes = database.prepare<[], string>('select note from notes').pluck().all()
  database.close()
  return notes
}

function promote(version: string): void {
  mkdirSync(join(dataDir, 'bundles', version), { recursive: true })
  writeFileSync(join(dataDir, 'bundles', version, 'manifest.json'), `{"modelVersion":"${version}"}`)
  writeFileSync(join(dataDir, 'bundles/champion.json'), `{"modelVersion":"${version}"}`)
}

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

function startWriter(): ChildProcess {
  return fork(join(import.meta.dirname, 'test-data/keep-writing.ts'), [dataDir], { stdio: 'pipe' })
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

describe('A backup', () => {
  test('taken while another process writes is each file as it was at one moment, and its chain is whole', async () => {
    const writer = startWriter()
    await once(writer, 'message')
    await once(writer, 'message')
    const manifest = await writeBackup({ dataDir, to })
    await once(writer, 'message')
    await kill(writer)
    const ledger = manifest.files.find(({ path }) => path === 'ledger.sqlite')
    expect(ledger?.tables?.debits).toBeGreaterThanOrEqual(40)
    expect(ledger?.tables?.debits).toBe(ledger?.tables?.credits)
    expect(verify(to)).toEqual({
      head: { entries: manifest.audit?.entries, lastHash: manifest.audit?.lastHash },
      faults: [],
    })
    expect(manifest.audit?.followsRecord).toBe(true)
    // The log that went on meanwhile, even through the kill, is whole too.
    expect(verify(dataDir).faults).toEqual([])
  })

  test('holds every SQLite file, the log’s head and the models, with hashes, sizes and rows, for this user alone', async () => {
    append(1, 2)
    openAccounts(dataDir).close()
    writeNote('one')
    promote('v1')
    writeFileSync(join(dataDir, 'empty.sqlite'), '')
    writeFileSync(join(dataDir, 'features.parquet'), 'made again from raw tables')
    const clock = () => new Date('2026-11-25T00:00:00Z')
    await writeBackup({ dataDir, to, clock })
    const manifest = JSON.parse(readFileSync(join(to, 'manifest.json'), 'utf8'))
    expect(manifest.createdAt).toBe('2026-11-25T00:00:00.000Z')
    expect(manifest.files.map(({ path }: { path: string }) => path)).toEqual([
      'accounts.sqlite',
      'audit.sqlite',
      'notes.sqlite',
      'audit-head.json',
      'bundles/champion.json',
      'bundles/v1/manifest.json',
    ])
    for (const { path, bytes, sha256 } of manifest.files) {
      expect([bytes, sha256]).toEqual([statSync(join(to, path)).size, hashOf(join(to, path))])
      expect(statSync(join(to, path)).mode & 0o077, path).toBe(0)
    }
    expect(manifest.files[1].tables).toMatchObject({ audit_entries: 2 })
    expect(readdirSync(join(home, 'backups'))).toEqual(['2026-11-25'])
  })

  test('of a log that was cut keeps the record that gives it away', async () => {
    append(1, 2, 3)
    const log = new Database(auditLogPath(dataDir))
    log.exec('drop trigger audit_entries_never_leave; delete from audit_entries where entry_id = 3')
    log.close()
    const { audit } = await writeBackup({ dataDir, to })
    expect(audit).toMatchObject({ entries: 2, followsRecord: false })
    expect(verify(to).faults.map(({ fault }) => fault)).toEqual([expect.stringMatching(/cut off/)])
  })

  test('is all or nothing: a damaged file among sound ones leaves no folder', async () => {
    writeNote('one')
    writeFileSync(join(dataDir, 'store.sqlite'), 'no database, whatever its name says')
    await expect(writeBackup({ dataDir, to })).rejects.toMatchObject({
      code: 'STORE_UNUSABLE',
      message: expect.stringMatching(/store\.sqlite is damaged/),
    })
    expect(readdirSync(join(home, 'backups'))).toEqual([])
  })

  test('never writes over another, and needs something to back up', async () => {
    await expect(writeBackup({ dataDir, to })).rejects.toMatchObject({ code: 'STEP_MISSING' })
    writeNote('one')
    await writeBackup({ dataDir, to })
    await expect(writeBackup({ dataDir, to })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
  })
})

describe('A restore', () => {
  test('puts everything back as it was, and keeps what it replaced', async () => {
    append(1, 2)
    writeNote('one')
    promote('v1')
    await writeBackup({ dataDir, to })
    writeNote('two')
    promote('v2')
    for (const path of [auditLogPath(dataDir), auditHeadPath(dataDir)]) rmSync(path)
    const { restored, formerDir, left } = restoreBackup({ dataDir, from: to })
    expect(restored).toEqual(['audit.sqlite', 'notes.sqlite', 'audit-head.json', 'bundles'])
    expect(left).toEqual([])
    expect(readNotes(dataDir)).toEqual(['one'])
    expect(readNotes(formerDir as string)).toEqual(['one', 'two'])
    expect(readdirSync(join(dataDir, 'bundles'))).toEqual(['champion.json', 'v1'])
    append(3)
    expect(verify(dataDir)).toMatchObject({ head: { entries: 3 }, faults: [] })
    expect(readdirSync(dataDir).filter((name) => name.includes('partial'))).toEqual([])
  })

  test('into an empty folder is a DATA_DIR as it was', async () => {
    writeNote('one')
    await writeBackup({ dataDir, to })
    const empty = join(home, 'new', 'data')
    expect(restoreBackup({ dataDir: empty, from: to }).formerDir).toBeNull()
    expect(readNotes(empty)).toEqual(['one'])
  })

  test('leaves an audit log that has gone on since: no entry is lost', async () => {
    append(1, 2)
    writeNote('one')
    await writeBackup({ dataDir, to })
    append(3)
    const { left, restored } = restoreBackup({ dataDir, from: to })
    expect([left, restored]).toEqual([['audit.sqlite', 'audit-head.json'], ['notes.sqlite']])
    expect(verify(dataDir)).toMatchObject({ head: { entries: 3 }, faults: [] })
  })

  test('leaves accounts that are whole: nobody who was shut out since comes in again', async () => {
    const change = (sql: string) => {
      const accounts = openAccounts(dataDir)
      accounts.database.exec(sql)
      accounts.close()
    }
    const listEmails = () => {
      const accounts = openAccounts(dataDir)
      const emails = accounts.database.prepare<[], string>('select email from user').pluck().all()
      accounts.close()
      return emails
    }
    change(
      "insert into user (id, name, email, role) values ('1', 'Ana', 'dismissed@bank.example', 'advisor')",
    )
    await writeBackup({ dataDir, to })
    change("update user set email = 'ana@bank.example'")
    expect(restoreBackup({ dataDir, from: to }).left).toEqual(['accounts.sqlite'])
    expect(listEmails()).toEqual(['ana@bank.example'])
    rmSync(join(dataDir, 'accounts.sqlite'))
    expect(restoreBackup({ dataDir, from: to }).restored).toEqual(['accounts.sqlite'])
    expect(listEmails()).toEqual(['dismissed@bank.example'])
  })

  test('takes the place of a damaged log and store', async () => {
    append(1, 2)
    writeNote('one')
    await writeBackup({ dataDir, to })
    for (const name of ['audit.sqlite', 'notes.sqlite']) writeFileSync(join(dataDir, name), 'x'.repeat(9000))
    expect(restoreBackup({ dataDir, from: to }).left).toEqual([])
    expect(verify(dataDir)).toMatchObject({ head: { entries: 2 }, faults: [] })
    expect(readNotes(dataDir)).toEqual(['one'])
  })
})

describe('A restore is refused, and what was there stays, for', () => {
  beforeEach(async () => {
    writeNote('one')
    promote('v1')
    await writeBackup({ dataDir, to })
    writeNote('two')
  })
  const refuse = (code: string, message: RegExp) => {
    expect(() => restoreBackup({ dataDir, from: to })).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    )
    expect(readNotes(dataDir)).toEqual(['one', 'two'])
    expect(readdirSync(dataDir).filter((name) => /partial|before/.test(name))).toEqual([])
  }

  test('a file that was cut short', () => {
    truncateSync(join(to, 'notes.sqlite'), 5000)
    refuse('BACKUP_UNUSABLE', /notes\.sqlite has 5000 bytes where its manifest says \d+/)
  })

  test('a file with one byte changed', () => {
    const bytes = readFileSync(join(to, 'notes.sqlite'))
    bytes[5000] = (bytes[5000] as number) ^ 1
    writeFileSync(join(to, 'notes.sqlite'), bytes)
    refuse('BACKUP_UNUSABLE', /notes\.sqlite has SHA-256/)
  })

  test('a file that is missing, a manifest that was cut, and a folder that is no backup', () => {
    rmSync(join(to, 'bundles/v1/manifest.json'))
    refuse('BACKUP_UNUSABLE', /bundles\/v1\/manifest\.json is missing/)
    truncateSync(join(to, 'manifest.json'), 100)
    refuse('BACKUP_UNUSABLE', /manifest\.json is no manifest of a backup, or was cut/)
    rmSync(join(to, 'manifest.json'))
    refuse('BACKUP_UNUSABLE', /ENOENT/)
  })

  test('a manifest that points out of DATA_DIR', () => {
    const path = join(to, 'manifest.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"notes.sqlite"', '"../notes.sqlite"'))
    refuse('BACKUP_UNUSABLE', /no manifest/)
  })

  test('a SQLite file that a process has open, however idle it is', () => {
    const idle = new Database(join(dataDir, 'notes.sqlite'))
    idle.prepare('select * from notes').all()
    refuse('BUSY', /notes\.sqlite is open in another process/)
    idle.close()
    restoreBackup({ dataDir, from: to })
    expect(readNotes(dataDir)).toEqual(['one'])
  })

  test('a server on this DATA_DIR; and no server starts during a restore', () => {
    const leave = [shareDataDir(dataDir), shareDataDir(dataDir)]
    refuse('BUSY', /A server is running/)
    leave[0]?.()
    refuse('BUSY', /A server is running/)
    leave[1]?.()
    const letIn = claimDataDir(dataDir)
    expect(() => shareDataDir(dataDir)).toThrow(/A restore into .* is under way/)
    letIn()
    shareDataDir(dataDir)()
  })

  test('a process that writes, until it ends, even by a kill', async () => {
    const writer = startWriter()
    await once(writer, 'message')
    await writeBackup({ dataDir, to: join(home, 'second') })
    expect(() => restoreBackup({ dataDir, from: join(home, 'second') })).toThrow(/open in another process/)
    await kill(writer)
    restoreBackup({ dataDir, from: join(home, 'second') })
    expect(existsSync(join(dataDir, 'ledger.sqlite-wal'))).toBe(false)
  })
})
