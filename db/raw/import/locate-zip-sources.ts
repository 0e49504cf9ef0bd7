import { closeSync, openSync, readSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { Transform } from 'node:stream'
import { crc32, createGunzip } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { DataError } from '#db/data-error.ts'
import { addSource, recogniseTable, type Sources, type TableSource } from './table-source.ts'

const gigabyte = 2 ** 30
/** The competition's largest table has 0.7 GB; its tables shrink to a twentieth at most. */
const largestTable = 32 * gigabyte
const greatestRatio = 500
const mostEntries = 10_000

/**
 * Finds the tables in a zip archive, in any of its folders. Nothing is unpacked to a path that the archive names.
 *
 * @throws DataError SOURCE_UNREADABLE for what is no whole, open and harmless zip; TABLE_AMBIGUOUS.
 */
export async function locateZipSources(path: string): Promise<Sources> {
  const zip = await openZip(path)
  const sources: Sources = { tables: new Map(), ignored: [], close: () => zip.close() }
  try {
    if (zip.entryCount > mostEntries) throw unreadable(path, `it has ${zip.entryCount} entries`)
    for await (const entry of zip.eachEntry()) {
      if (/\/$|(^|\/)(\.|__MACOSX\/)/.test(entry.fileName)) continue
      const found = recogniseTable(entry.fileName)
      if (!found) {
        sources.ignored.push(entry.fileName)
        continue
      }
      refuseHarmful(path, entry)
      addSource(sources, createEntrySource(found, zip, entry))
    }
    return sources
  } catch (error) {
    zip.close()
    throw error instanceof DataError ? error : unreadable(path, messageOf(error), error)
  }
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false })
  } catch (error) {
    const begin = Buffer.alloc(4)
    const descriptor = openSync(path, 'r')
    readSync(descriptor, begin)
    closeSync(descriptor)
    const reason = begin.toString('latin1').startsWith('PK') ? 'it is cut off' : 'it is no zip archive'
    throw unreadable(path, `${reason}: ${messageOf(error)}`, error)
  }
}

function refuseHarmful(path: string, entry: Entry): void {
  const { fileName, compressedSize, uncompressedSize } = entry
  if (entry.isEncrypted()) throw unreadable(path, `"${fileName}" is encrypted`)
  if (!entry.canDecodeFileData()) {
    throw unreadable(path, `"${fileName}" is packed by method ${entry.compressionMethod}, not by Deflate`)
  }
  const isBomb = uncompressedSize > 0.1 * gigabyte && uncompressedSize / compressedSize > greatestRatio
  if (uncompressedSize > largestTable || isBomb) {
    throw unreadable(
      path,
      `"${fileName}" would unpack from ${compressedSize} to ${uncompressedSize} bytes, which no table of the competition does`,
    )
  }
}

function createEntrySource(
  found: { table: TableSource['table']; extension: string },
  zip: ZipFile,
  entry: Entry,
): TableSource {
  return {
    table: found.table,
    name: entry.fileName,
    format: found.extension === 'parquet' ? 'parquet' : 'csv',
    bytes: entry.uncompressedSize,
    localPath: null,
    open: async () => {
      const packed = await zip.openReadStreamPromise(entry)
      const checked = pipeOn(packed, createCrcCheck(entry))
      return found.extension === 'csv.gz' ? pipeOn(checked, createGunzip()) : checked
    },
  }
}

/** Pipes errors along as well, and lets go of the source when the target is closed early. */
function pipeOn<Target extends Transform>(source: Readable, target: Target): Target {
  source.on('error', (error) => target.destroy(error))
  target.on('close', () => source.destroy())
  return source.pipe(target)
}

/** The library checks sizes alone; the checksum tells a bit that flipped from the data. */
function createCrcCheck(entry: Entry): Transform {
  let sum = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum = crc32(chunk, sum)
      done(null, chunk)
    },
    flush(done) {
      done(sum === entry.crc32 ? null : new Error('its checksum is wrong'))
    },
  })
}

function unreadable(path: string, reason: string, cause?: unknown): DataError {
  return new DataError(
    'SOURCE_UNREADABLE',
    `"${path}" can't be read as a zip archive: ${reason}. A whole archive without a password is expected. Download it again, or unpack it and give the folder.`,
    { cause },
  )
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
