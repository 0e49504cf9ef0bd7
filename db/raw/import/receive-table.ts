import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DataError } from '#db/data-error.ts'
import { createTextCheck } from './check-text.ts'
import { diskFull, isDiskFull } from './disk-full.ts'
import { damagedSource } from './parse-header.ts'
import type { TableSource } from './table-source.ts'

export interface ReceivedTable {
  /** The unpacked file: the source itself where that can be read in place. */
  path: string
  sha256: string
}

/**
 * Reads a source to its end, in small pieces: its digest, whether it is whole, whether it is text; what is
 * packed is unpacked to `target`.
 *
 * @throws DataError SOURCE_UNREADABLE when it is damaged or no UTF-8 text; STORE_UNUSABLE when the disk is full.
 */
export async function receiveTable(
  source: TableSource,
  target: string,
  onBytes: (count: number) => void,
): Promise<ReceivedTable> {
  const hash = createHash('sha256')
  const text = source.format === 'csv' ? createTextCheck(source) : null
  const sink =
    source.localPath === null ? createWriteStream(target) : new Writable({ write: (_, __, done) => done() })
  try {
    await pipeline(
      await source.open(),
      async function* inspect(chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk)
          text?.add(chunk)
          onBytes(chunk.length)
          yield chunk
        }
        text?.end()
      },
      sink,
    )
  } catch (error) {
    if (error instanceof DataError) throw error
    throw isDiskFull(error) ? diskFull(target, error) : damagedSource(source, error)
  }
  return { path: source.localPath ?? target, sha256: hash.digest('hex') }
}
