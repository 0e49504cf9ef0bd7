import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { DataError } from '#db/data-error.ts'
import { type RawTableName, rawTableNames } from '../raw-schema.ts'

/** One table as it was handed in. */
export interface TableSource {
  table: RawTableName
  /** How people know it: the file's or the archive entry's own name. */
  name: string
  format: 'csv' | 'parquet'
  /** Size to show progress by; unpacked where the container says so. */
  bytes: number
  /** The file itself, where it can be read in place. */
  localPath: string | null
  /** The unpacked bytes; the stream fails when they are not what the container promises. */
  open: () => Promise<Readable>
}

/** Everything that PATH holds. */
export interface Sources {
  tables: Map<RawTableName, TableSource>
  /** Files that belong to no table. */
  ignored: string[]
  close: () => void
}

/** Which table a file holds by its name, whatever its folder and the case of its letters; null for others. */
export function recogniseTable(fileName: string): { table: RawTableName; extension: string } | null {
  const match = /([^/\\]+?)\.(csv|csv\.gz|parquet)$/i.exec(fileName)
  const table = rawTableNames.find((name) => name.toLowerCase() === match?.[1]?.toLowerCase())
  return table && match?.[2] ? { table, extension: match[2].toLowerCase() } : null
}

/**
 * Files a source under its table.
 * @throws DataError TABLE_AMBIGUOUS when the table is there already.
 */
export function addSource(sources: Sources, source: TableSource): void {
  const other = sources.tables.get(source.table)
  if (other) {
    throw new DataError(
      'TABLE_AMBIGUOUS',
      `Table ${source.table} comes twice: "${other.name}" and "${source.name}". One file a table is expected. Remove one of them.`,
    )
  }
  sources.tables.set(source.table, source)
}

/** A source of a file on disk, unpacked while it is read when its name ends in .gz. */
export function createFileSource(
  found: { table: RawTableName; extension: string },
  file: { path: string; name: string; bytes: number },
): TableSource {
  const isPacked = found.extension === 'csv.gz'
  return {
    table: found.table,
    name: file.name,
    format: found.extension === 'parquet' ? 'parquet' : 'csv',
    bytes: file.bytes,
    localPath: isPacked ? null : file.path,
    open: async () => {
      const stream = createReadStream(file.path, { highWaterMark: 1 << 20 })
      if (!isPacked) return stream
      const unpacked = createGunzip()
      stream.on('error', (error) => unpacked.destroy(error))
      unpacked.on('close', () => stream.destroy())
      return stream.pipe(unpacked)
    },
  }
}
