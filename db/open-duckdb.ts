import { mkdirSync } from 'node:fs'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'

export interface DuckDb extends AsyncDisposable {
  connection: DuckDBConnection
  /** Rows as plain objects; BIGINT comes as bigint, DOUBLE and INTEGER as number. */
  rows: <Row extends Record<string, unknown>>(sql: string) => Promise<Row[]>
  close: () => void
}

export interface DuckDbOptions {
  /** Folder for what does not fit in memory; made when absent. Without it DuckDB may not spill. */
  spillDirectory?: string
  memoryLimit?: string
  /** One thread, the default, adds doubles in one order: the same input gives the same bits. */
  threads?: number
}

/**
 * Opens an in-memory DuckDB that stays under `memoryLimit` (default 2500 MB) and fetches nothing from the
 * network. The caller closes it (`await using`, or `close()`).
 */
export async function openDuckDb(options: DuckDbOptions = {}): Promise<DuckDb> {
  const { spillDirectory, memoryLimit = '2500MB', threads = 1 } = options
  if (spillDirectory) mkdirSync(spillDirectory, { recursive: true })
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memoryLimit,
    threads: String(threads),
    temp_directory: spillDirectory ?? '',
    autoinstall_known_extensions: 'false',
  })
  const connection = await instance.connect()
  const close = () => {
    connection.closeSync()
    instance.closeSync()
  }
  // DuckDB crashes the process when it is closed under a running query, as by `return duckDb.rows(…)` unawaited.
  let lastRead: Promise<unknown> = Promise.resolve()
  return {
    connection,
    rows: <Row extends Record<string, unknown>>(sql: string) => {
      const read = connection
        .runAndReadAll(sql)
        .then((result) => result.getRowObjectsJS() as unknown as Row[])
      lastRead = Promise.allSettled([lastRead, read])
      return read
    },
    close,
    [Symbol.asyncDispose]: async () => {
      await lastRead
      close()
    },
  }
}
