import { isUtf8 } from 'node:buffer'
import { DataError } from '#db/data-error.ts'
import type { TableSource } from './table-source.ts'

export interface TextCheck {
  add(chunk: Buffer): void
  end(): void
}

/**
 * Checks a CSV file piece by piece for what only text has: valid UTF-8 without zero bytes.
 * Its methods throw DataError SOURCE_UNREADABLE with the row.
 */
export function createTextCheck(source: TableSource): TextCheck {
  let row = 1
  let carried = Buffer.alloc(0)
  const check = (bytes: Buffer) => {
    if (!isUtf8(bytes) || bytes.includes(0))
      throw notUtf8(source, row + countRowEnds(bytes, firstFault(bytes)))
    row += countRowEnds(bytes, bytes.length)
  }
  return {
    add(chunk) {
      const bytes = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk
      const whole = bytes.length - unfinishedLength(bytes)
      check(bytes.subarray(0, whole))
      carried = Buffer.from(bytes.subarray(whole))
    },
    end: () => check(carried),
  }
}

/** How many bytes at the end begin a character that the next piece finishes. */
function unfinishedLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte < 0x80) return 0
    if (byte < 0xc0) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return length > back ? back : 0
  }
  return 0
}

function countRowEnds(bytes: Buffer, end: number): number {
  let count = 0
  for (let at = bytes.indexOf(10); at !== -1 && at < end; at = bytes.indexOf(10, at + 1)) count++
  return count
}

/** Where the first byte stands that no text has, found by halving. */
function firstFault(bytes: Buffer): number {
  const zero = bytes.indexOf(0)
  let sound = 0
  let faulty = zero === -1 ? bytes.length : zero + 1
  while (faulty - sound > 4) {
    const middle = (sound + faulty) >>> 1
    const part = bytes.subarray(0, middle)
    if (isUtf8(part.subarray(0, middle - unfinishedLength(part))) && !part.includes(0)) sound = middle
    else faulty = middle
  }
  return sound
}

function notUtf8(source: TableSource, row: number): DataError {
  return new DataError(
    'SOURCE_UNREADABLE',
    `${source.name} (table ${source.table}), row ${row}: bytes that are no UTF-8 text. Comma-separated UTF-8 text is expected. Export or download it again.`,
  )
}
