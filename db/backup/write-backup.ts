import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { auditHeadPath, auditLogPath } from '../audit/audit-paths.ts'
import { DataError } from '../data-error.ts'
import { describeFileFault } from '../describe-file-fault.ts'
import { backUpDatabase } from './back-up-database.ts'
import { type BackupFile, type BackupManifest, manifestName } from './backup-manifest.ts'
import { readRecordedHead, writeCopiedHead } from './copy-audit-head.ts'
import { copyHashed } from './copy-hashed.ts'

export interface WriteBackupOptions {
  dataDir: string
  /** Folder of this one backup: absent or empty. */
  to: string
  clock?: () => Date
  /** `done` of `total` pages of a SQLite file are copied. */
  onProgress?: (progress: { file: string; done: number; total: number }) => void
}

/**
 * Backs up what can't be made again: every SQLite file of a DATA_DIR, the record of the audit log's head and the
 * models trained here. Servers go on meanwhile. All or nothing: the folder holds a whole backup or is not there.
 *
 * @throws DataError INVALID_ARGUMENT when the folder holds something; STEP_MISSING without a SQLite file;
 *   STORE_UNUSABLE when a file is damaged or can't be read, or the backup can't be written.
 */
export async function writeBackup(options: WriteBackupOptions): Promise<BackupManifest> {
  const { dataDir, to, clock = () => new Date(), onProgress } = options
  refuseOccupied(to)
  const databases = listDatabases(dataDir)
  const partial = `${to}.partial-${process.pid}`
  try {
    mkdirSync(partial, { recursive: true, mode: 0o700 })
    // Before the log itself: the copy must pass through it, however many entries come meanwhile.
    const recordedHead = readRecordedHead(auditHeadPath(dataDir))
    const files: BackupFile[] = []
    for (const file of databases) {
      const report = (done: number, total: number) => onProgress?.({ file, done, total })
      files.push({ path: file, ...(await backUpDatabase(join(dataDir, file), join(partial, file), report)) })
    }
    const head = existsSync(auditLogPath(partial)) ? writeCopiedHead(partial, recordedHead) : null
    if (head?.file) files.push(head.file)
    files.push(...copyBundles(dataDir, partial))
    const audit = head?.audit ?? null
    const manifest: BackupManifest = { formatVersion: 1, createdAt: clock().toISOString(), files, audit }
    writeFileSync(join(partial, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
    syncToDisk(join(partial, manifestName))
    syncToDisk(partial)
    renameSync(partial, to)
    syncToDisk(dirname(to))
    return manifest
  } catch (error) {
    throw describeFileFault(error) ?? error
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
}

function refuseOccupied(to: string): void {
  const found = statSync(to, { throwIfNoEntry: false })
  if (!found || (found.isDirectory() && readdirSync(to).length === 0)) return
  throw new DataError(
    'INVALID_ARGUMENT',
    `${to} ${found.isDirectory() ? 'holds files already' : 'is a file'}. A folder of its own is expected for each backup, absent or empty. Name another, such as one with today's date.`,
  )
}

/** An empty file is none yet: a process was ended while it made it. */
function listDatabases(dataDir: string): string[] {
  const names = existsSync(dataDir) ? readdirSync(dataDir) : []
  const holdsPages = (name: string) =>
    [name, `${name}-wal`].some((file) => statSync(join(dataDir, file), { throwIfNoEntry: false })?.size)
  const databases = names
    .filter((name) => /^[\w.-]+\.sqlite$/.test(name) && statSync(join(dataDir, name)).isFile())
    .filter(holdsPages)
  if (databases.length > 0) return databases.sort()
  throw new DataError(
    'STEP_MISSING',
    `${dataDir} holds no SQLite file. The DATA_DIR that the service runs with is expected. Set it: DATA_DIR=/path/to/folder npm run backup -- --to FOLDER.`,
  )
}

/** The champion's name first: a bundle that it names is whole, and stays. */
function copyBundles(dataDir: string, partial: string): BackupFile[] {
  const paths = ['bundles/champion.json', ...listFiles(dataDir, 'bundles')]
  return [...new Set(paths)]
    .filter((path) => existsSync(join(dataDir, path)))
    .map((path) => ({ path, ...copyHashed(join(dataDir, path), join(partial, path)) }))
}

function listFiles(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => /^\w[\w.-]*$/.test(name) && !name.includes('.partial'))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      return entry.isDirectory() ? listFiles(root, path) : entry.isFile() ? [path] : []
    })
    .sort()
}

function syncToDisk(path: string): void {
  const descriptor = openSync(path, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
