import { DataError } from '#db/data-error.ts'
import type { TableSource } from './table-source.ts'

const longestHeader = 64 * 1024

/**
 * Reads the column names in a CSV file's first line; null for a file without a byte.
 * @throws DataError SOURCE_UNREADABLE for what is no text; COLUMN_MISMATCH for another separator than commas.
 */
export async function readCsvHeader(source: TableSource): Promise<string[] | null> {
  const head = await readHead(source)
  if (head.length === 0) return null
  const line = /^\uFEFF?([^\r\n]*)/.exec(head.toString('utf8'))?.[1] ?? ''
  if (/[\0\uFFFD]/.test(line) || line.length >= longestHeader - 4) throw notText(source)
  const separator = line.includes(',') ? null : /[;\t|]/.exec(line)?.[0]
  if (separator) {
    throw new DataError(
      'COLUMN_MISMATCH',
      `${source.name} (table ${source.table}) separates columns by "${separator === '\t' ? 'tab' : separator}". Commas are expected. Export it again as comma-separated values.`,
    )
  }
  return parseHeader(line)
}

function parseHeader(line: string): string[] {
  const names = line.match(/("(?:[^"]|"")*"|[^,]*)(,|$)/g) ?? []
  // The pattern also matches the nothing after the last name.
  return names.slice(0, line.endsWith(',') ? undefined : -1).map((text) => {
    const name = text.replace(/,$/, '').trim()
    return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name
  })
}

async function readHead(source: TableSource): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of await source.open()) {
      chunks.push(chunk)
      length += chunk.length
      if (length >= longestHeader || chunk.includes(10)) break
    }
  } catch (error) {
    throw damagedSource(source, error)
  }
  return Buffer.concat(chunks).subarray(0, longestHeader)
}

/** The error for a stream that breaks off or is not what its container promises. */
export function damagedSource(source: TableSource, cause: unknown): DataError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new DataError(
    'SOURCE_UNREADABLE',
    `${source.name} (table ${source.table}) can't be unpacked: ${reason}. An undamaged file is expected. Download it again.`,
    { cause },
  )
}

function notText(source: TableSource): DataError {
  return new DataError(
    'SOURCE_UNREADABLE',
    `${source.name} (table ${source.table}) does not begin with a line of column names. Comma-separated UTF-8 text is expected. Export or download it again.`,
  )
}
