import { DataError } from '#db/data-error.ts'
import type { DuckDb } from '#db/open-duckdb.ts'
import { quoteText } from '#db/quote-text.ts'
import { rawSchema } from '../raw-schema.ts'
import { identifier, readingSql, type TableReading } from './convert-table.ts'
import { showValue } from './show-value.ts'

/**
 * Checks a converted table's ids, targets and numbers, and that a client applies once.
 *
 * @returns how many rows it has.
 * @throws DataError VALUE_INVALID or DUPLICATE_CLIENT, with row and column.
 */
export async function checkRows(duck: DuckDb, reading: TableReading, converted: string): Promise<number> {
  const { table } = reading.source
  const wholeColumns = rawSchema[table].filter(({ type }) => type === 'BIGINT' || type === 'INTEGER')
  for (const { name, type } of wholeColumns) {
    const row = await findRow(duck, converted, `${identifier(name)} is null or ${identifier(name)} < 0`)
    if (row === null) continue
    const value = showValue(await readValue(duck, reading, name, row))
    const expected = type === 'INTEGER' ? '0 or 1 (payment difficulties)' : 'A whole number from 1'
    throw invalid(reading, row, name, `holds ${value}. ${expected} is expected`)
  }
  await refuseInfinite(duck, reading, converted)
  if (table.startsWith('application_')) await refuseDuplicates(duck, reading, converted)
  const counted = await duck.rows<{ rows: number }>(
    `select cast(count(*) as double) as rows from read_parquet(${quoteText(converted)})`,
  )
  return counted[0]?.rows ?? 0
}

async function refuseInfinite(duck: DuckDb, reading: TableReading, converted: string): Promise<void> {
  // DuckDB leaves infinite bounds out of a file's statistics: they tell which columns to look at, without a scan.
  const suspects = await duck.rows<{ name: string }>(
    `select distinct path_in_schema as name from parquet_metadata(${quoteText(converted)})
    where type = 'DOUBLE' and (stats_min_value is null or stats_max_value is null)
      and coalesce(stats_null_count, 0) < num_values order by name`,
  )
  for (const { name } of suspects) {
    const row = await findRow(duck, converted, `isinf(${identifier(name)})`)
    if (row === null) continue
    const value = showValue(await readValue(duck, reading, name, row))
    throw invalid(reading, row, name, `holds ${value}. A finite number is expected`)
  }
}

async function refuseDuplicates(duck: DuckDb, { source }: TableReading, converted: string): Promise<void> {
  const [twice] = await duck.rows<{ client: number; first: number; second: number }>(
    `select cast(SK_ID_CURR as double) as client, cast(min(file_row_number) + 2 as double) as first,
      cast(min(file_row_number, 2)[2] + 2 as double) as second
    from read_parquet(${quoteText(converted)}, file_row_number = true)
    group by SK_ID_CURR having count(*) > 1 order by second limit 1`,
  )
  if (!twice) return
  throw new DataError(
    'DUPLICATE_CLIENT',
    `${source.name} (table ${source.table}), column "SK_ID_CURR": client ${twice.client} is in row ${twice.first} and again in row ${twice.second}. One application a client is expected. Remove one of them, then import again.`,
  )
}

/**
 * Refuses a client that applies in both windows.
 * @throws DataError DUPLICATE_CLIENT.
 */
export async function refuseSharedClients(duck: DuckDb, train: string, test: string): Promise<void> {
  const [shared] = await duck.rows<{ client: number; train: number; test: number }>(
    `select cast(SK_ID_CURR as double) as client, cast(a.file_row_number + 2 as double) as train, cast(b.file_row_number + 2 as double) as test
    from read_parquet(${quoteText(train)}, file_row_number = true) a
    join read_parquet(${quoteText(test)}, file_row_number = true) b using (SK_ID_CURR) order by 2 limit 1`,
  )
  if (!shared) return
  throw new DataError(
    'DUPLICATE_CLIENT',
    `Column "SK_ID_CURR": client ${shared.client} is in application_train, row ${shared.train}, and in application_test, row ${shared.test}. A client in one of them is expected. Remove one of the rows, then import again.`,
  )
}

/** The first row, counted from the header as row 1, for which the condition holds. */
async function findRow(duck: DuckDb, path: string, condition: string): Promise<number | null> {
  const [found] = await duck.rows<{ row: number | null }>(
    `select cast(min(file_row_number) + 2 as double) as row
    from read_parquet(${quoteText(path)}, file_row_number = true) where ${condition}`,
  )
  return found?.row ?? null
}

/** The value as it was handed in, which the converted table no longer has. */
async function readValue(
  duck: DuckDb,
  reading: TableReading,
  column: string,
  row: number,
): Promise<string | null> {
  const [found] = await duck.rows<{ value: string | null }>(
    `select cast(${identifier(column)} as varchar) as value from ${readingSql(reading, true)} limit 1 offset ${row - 2}`,
  )
  return found?.value ?? null
}

function invalid({ source }: TableReading, row: number, column: string, finding: string): DataError {
  return new DataError(
    'VALUE_INVALID',
    `${source.name} (table ${source.table}), row ${row}, column "${column}" ${finding}. Correct that row, then import again.`,
  )
}
