import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { DataError } from '../data-error.ts'

/** Of a path below DATA_DIR: no way out of it. */
const relativePathSchema = z
  .string()
  .regex(/^[\w.-]+(\/[\w.-]+)*$/)
  .refine((path) => path.split('/').every((name) => name !== '.' && name !== '..'))

const backupFileSchema = z.strictObject({
  path: relativePathSchema,
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Rows of each table, for a SQLite file. */
  tables: z.record(z.string(), z.int().nonnegative()).optional(),
})
/** One file of a backup, under its path in DATA_DIR. */
export type BackupFile = z.infer<typeof backupFileSchema>

const backupManifestSchema = z.strictObject({
  formatVersion: z.literal(1),
  /** UTC, ISO 8601. */
  createdAt: z.iso.datetime(),
  files: z.array(backupFileSchema).min(1),
  /** How far the audit log goes; null when there was none. */
  audit: z
    .strictObject({
      entries: z.int().nonnegative(),
      lastHash: z.string().regex(/^[0-9a-f]{64}$/),
      /** Whether the log passes through the head that was recorded beside it: one that was cut does not. */
      followsRecord: z.boolean(),
    })
    .nullable(),
})
/** What a backup holds: its `manifest.json`. */
export type BackupManifest = z.infer<typeof backupManifestSchema>

export const manifestName = 'manifest.json'

/** @throws DataError BACKUP_UNUSABLE when the folder holds no manifest, or one that is not whole. */
export function readBackupManifest(backupDir: string): BackupManifest {
  const path = join(backupDir, manifestName)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw unusable(`${path} can't be read (${(cause as NodeJS.ErrnoException).code}).`, cause)
  }
  try {
    return backupManifestSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw unusable(`${path} is no manifest of a backup, or was cut.`, cause)
  }
}

/** The error for a backup that can't be trusted. */
export function unusable(found: string, cause?: unknown): DataError {
  return new DataError(
    'BACKUP_UNUSABLE',
    `${found} A folder as \`npm run backup\` wrote it is expected. Use another backup; nothing was restored.`,
    { cause },
  )
}
