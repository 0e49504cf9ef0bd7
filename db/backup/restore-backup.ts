import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describeFileFault } from '../describe-file-fault.ts'
import { claimDataDir } from '../lock-data-dir.ts'
import { checkDatabase } from './back-up-database.ts'
import { type BackupFile, type BackupManifest, readBackupManifest, unusable } from './backup-manifest.ts'
import { copyHashed } from './copy-hashed.ts'
import { listKept } from './list-kept.ts'
import { releaseDatabase } from './release-database.ts'
import { replaceEntries } from './replace-entries.ts'

export interface RestoreBackupOptions {
  dataDir: string
  /** Folder that `writeBackup` made. */
  from: string
  clock?: () => Date
}

export interface RestoredBackup {
  manifest: BackupManifest
  /** Files and folders of DATA_DIR that are now as they were at the time of the backup. */
  restored: string[]
  /** Folder of DATA_DIR that holds what stood in their place; null when nothing did. */
  formerDir: string | null
  /** Files that were left as they are: `listKept` says why. */
  left: string[]
}

/**
 * Puts a backup in the place of what a DATA_DIR holds, once every file of it was found whole. Nothing is replaced while
 * any process has one of the files open, and what is replaced is kept beside. An audit log that continues the backup's
 * and accounts that are whole stay: no entry is lost, and nobody who was shut out since comes in again.
 *
 * @throws DataError BACKUP_UNUSABLE when the backup is not as it was written; BUSY while a server or another process
 *   uses the DATA_DIR; STORE_UNUSABLE when it can't be written. What was there is then still there.
 */
export function restoreBackup({
  dataDir,
  from,
  clock = () => new Date(),
}: RestoreBackupOptions): RestoredBackup {
  const manifest = readBackupManifest(from)
  const partial = join(dataDir, `restore.partial-${process.pid}`)
  let letIn = () => {}
  try {
    mkdirSync(dataDir, { recursive: true })
    letIn = claimDataDir(dataDir)
    removeLeftovers(dataDir)
    for (const file of manifest.files) receive(file, from, partial)
    const left = listKept(dataDir, manifest.audit)
    const entries = listEntries(manifest).filter((entry) => !left.includes(entry))
    for (const entry of entries) if (entry.endsWith('.sqlite')) releaseDatabase(join(dataDir, entry))
    const formerDir = join(dataDir, `before-restore-${clock().toISOString().replaceAll(':', '-')}`)
    const hasFormer = replaceEntries({ dataDir, partial, formerDir, entries })
    return { manifest, restored: entries, formerDir: hasFormer ? formerDir : null, left }
  } catch (error) {
    throw describeFileFault(error) ?? error
  } finally {
    rmSync(partial, { recursive: true, force: true })
    letIn()
  }
}

/** What an ended restore left: nobody else restores here now. */
function removeLeftovers(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (/^restore\.partial-\d+$/.test(name)) rmSync(join(dataDir, name), { recursive: true, force: true })
  }
}

/** Files and folders at the top of DATA_DIR. */
function listEntries({ files }: BackupManifest): string[] {
  return [...new Set(files.map(({ path }) => path.split('/', 1)[0] as string))]
}

/** Copies one file of the backup and checks the copy, which is what will be used. */
function receive(file: BackupFile, from: string, partial: string): void {
  const source = join(from, file.path)
  const found = statSync(source, { throwIfNoEntry: false })
  if (!found?.isFile()) throw unusable(`${source} is missing.`)
  if (found.size !== file.bytes) {
    throw unusable(`${source} has ${found.size} bytes where its manifest says ${file.bytes}.`)
  }
  const copy = join(partial, file.path)
  const { sha256 } = copyHashed(source, copy)
  if (sha256 !== file.sha256) {
    throw unusable(`${source} has SHA-256 ${sha256.slice(0, 12)}…, not ${file.sha256.slice(0, 12)}….`)
  }
  if (file.tables) checkTables(copy, file)
}

function checkTables(copy: string, { path, tables }: BackupFile): void {
  let found: Record<string, number>
  try {
    const database = new Database(copy, { readonly: true })
    try {
      found = checkDatabase(database)
    } finally {
      database.close()
    }
  } catch (cause) {
    throw unusable(`${path} of the backup is no SQLite file that is whole.`, cause)
  }
  const different = Object.keys({ ...found, ...tables }).find((table) => found[table] !== tables?.[table])
  if (different === undefined) return
  throw unusable(
    `${path} of the backup has ${found[different] ?? 'no'} rows in ${different} where its manifest says ${tables?.[different] ?? 'none'}.`,
  )
}
