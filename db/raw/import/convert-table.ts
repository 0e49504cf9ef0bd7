import { DataError } from '#db/data-error.ts'
import type { DuckDb } from '#db/open-duckdb.ts'
import { quoteText } from '#db/quote-text.ts'
import { type RawColumn, type RawTableName, rawSchema } from '../raw-schema.ts'
import { diskFull, isDiskFull } from './disk-full.ts'
import { explainReject, type RejectedRow } from './explain-reject.ts'
import { damagedSource } from './parse-header.ts'
import type { TableSource } from './table-source.ts'

export const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`

/** What stands for a whole number that isn't one: no id or target is negative. */
const notWhole = -1

/** A table's rows as handed in, as DuckDB reads them. */
export interface TableReading {
  source: TableSource
  /** Where the unpacked file is. */
  path: string
  /** Columns in the file's own order. */
  columns: string[]
}

/** SQL that reads the rows: text as text, every number as a double, so that nothing is rounded unseen. */
export function readingSql({ source, path, columns }: TableReading, allText = false): string {
  if (source.format === 'parquet') return `read_parquet(${quoteText(path)})`
  const types = new Map(rawSchema[source.table].map((column) => [column.name, column.type]))
  const typed = columns.map((name) => {
    const type = allText || types.get(name) === 'VARCHAR' ? 'VARCHAR' : 'DOUBLE'
    return `${quoteText(name)}: '${type}'`
  })
  // Nothing is sniffed: what differs from the schema is an error, not another schema.
  return `read_csv(${quoteText(path)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
    nullstr = '', strict_mode = true, store_rejects = true, rejects_limit = 100, columns = {${typed.join(', ')}})`
}

/**
 * Writes a table as Parquet with Kaggle's columns in Kaggle's order. Whole numbers that are none become
 * `notWhole` for `checkRows` to find; NaN becomes null.
 *
 * @throws DataError VALUE_INVALID with row and column for a row that does not fit; SOURCE_UNREADABLE.
 */
export async function convertTable(duck: DuckDb, reading: TableReading, target: string): Promise<void> {
  const selected = rawSchema[reading.source.table].map(columnSql)
  const sql = `copy (select ${selected.join(', ')} from ${readingSql(reading)}) to ${quoteText(target)} (format parquet)`
  try {
    await duck.connection.run(sql)
  } catch (error) {
    if (isDiskFull(error)) throw diskFull(target, error)
    if (reading.source.format === 'parquet') throw damagedSource(reading.source, error)
    throw irregular(reading.source, error)
  }
  if (reading.source.format === 'parquet') return
  const rejected = await duck.rows<RejectedRow>(
    `select cast(line as double) as row, column_name, cast(error_type as varchar) as error_type, error_message
    from reject_errors order by line, column_idx limit 1`,
  )
  if (rejected[0]) throw explainReject(reading.source, rejected[0])
}

/** Writes a table without rows. */
export async function writeEmptyTable(duck: DuckDb, table: RawTableName, target: string): Promise<void> {
  const columns = rawSchema[table].map(({ name, type }) => `cast(null as ${type}) as ${identifier(name)}`)
  await duck.connection.run(
    `copy (select ${columns.join(', ')} where false) to ${quoteText(target)} (format parquet)`,
  )
}

function columnSql({ name, type }: RawColumn): string {
  const column = identifier(name)
  if (type === 'VARCHAR') return `cast(${column} as varchar) as ${column}`
  const number = `cast(${column} as double)`
  if (type === 'DOUBLE') return `nullif(${number}, 'nan'::double) as ${column}`
  const isWhole =
    type === 'INTEGER'
      ? `${number} in (0, 1)`
      : `${number} = trunc(${number}) and ${number} between 1 and ${Number.MAX_SAFE_INTEGER}`
  return `case when ${isWhole} then cast(${number} as ${type}) when ${column} is not null then ${notWhole} end as ${column}`
}

function irregular(source: TableSource, cause: unknown): DataError {
  const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)
  return new DataError(
    'SOURCE_UNREADABLE',
    `${source.name} (table ${source.table}) is no regular CSV: line ends of two kinds or quotes out of place (${reason}). Lines that all end alike and quotes round whole values are expected. Export it again.`,
    { cause },
  )
}
