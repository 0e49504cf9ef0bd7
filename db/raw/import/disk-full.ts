import { statfsSync } from 'node:fs'
import { DataError } from '#db/data-error.ts'
import type { TableSource } from './table-source.ts'

/** Whether an error of Node or of DuckDB means that the disk is full. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return (error as NodeJS.ErrnoException).code === 'ENOSPC' || /no space left on device/i.test(error.message)
}

/** The error for it. */
export function diskFull(path: string, cause?: unknown): DataError {
  const dataDir = path.replace(/\/raw\.partial-\d+\/.*$/, '')
  return new DataError(
    'STORE_UNUSABLE',
    `The disk that holds ${dataDir} is full; the tables that were there before are still there. Space for the largest table unpacked and for all tables as Parquet is expected. Free some, or set DATA_DIR to another disk.`,
    { cause },
  )
}

/** Refuses at once what the disk plainly can't take: the largest table unpacked, and a fifth of all as Parquet. */
export function requireSpace(dataDir: string, sources: Iterable<TableSource>): void {
  const sizes = [...sources].map((source) => ({ bytes: source.bytes, unpacked: source.localPath === null }))
  const largest = Math.max(0, ...sizes.filter((size) => size.unpacked).map((size) => size.bytes))
  const needed = largest + sizes.reduce((sum, size) => sum + size.bytes, 0) / 5
  const disk = statfsSync(dataDir)
  if (disk.bavail * disk.bsize < needed) throw diskFull(dataDir)
}
