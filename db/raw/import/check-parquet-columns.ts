import { DataError } from '#db/data-error.ts'
import type { DuckDb } from '#db/open-duckdb.ts'
import { quoteText } from '#db/quote-text.ts'
import { rawSchema } from '../raw-schema.ts'
import { checkColumns } from './check-columns.ts'
import { damagedSource } from './parse-header.ts'
import type { TableSource } from './table-source.ts'

const numberTypes = /^(U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE|DECIMAL\(.*\))$/

/**
 * Reads a Parquet file's columns and checks them against the table's, names and kinds.
 * @throws DataError COLUMN_MISMATCH; SOURCE_UNREADABLE for what is no Parquet.
 */
export async function checkParquetColumns(
  duck: DuckDb,
  source: TableSource,
  path: string,
): Promise<string[]> {
  const found = await describe(duck, source, path)
  const names = found.map((column) => column.column_name)
  checkColumns(source, names)
  const types = new Map(found.map((column) => [column.column_name, column.column_type]))
  for (const { name, type } of rawSchema[source.table]) {
    const foundType = types.get(name) ?? ''
    const isText = foundType === 'VARCHAR' || foundType.startsWith('ENUM')
    const fits = type === 'VARCHAR' ? isText : numberTypes.test(foundType)
    // A column without a single value is written with any type.
    if (fits || (foundType === 'INTEGER' && (await isAllNull(duck, path, name)))) continue
    throw new DataError(
      'COLUMN_MISMATCH',
      `${source.name} (table ${source.table}), column "${name}" is of type ${foundType}. ${type === 'VARCHAR' ? 'Text' : 'A number'} is expected. Write that column as ${type}.`,
    )
  }
  return names
}

async function describe(duck: DuckDb, source: TableSource, path: string) {
  try {
    return await duck.rows<{ column_name: string; column_type: string }>(
      `describe select * from read_parquet(${quoteText(path)})`,
    )
  } catch (error) {
    throw damagedSource(source, error)
  }
}

async function isAllNull(duck: DuckDb, path: string, column: string): Promise<boolean> {
  const [row] = await duck.rows<{ known: number }>(
    `select cast(count("${column}") as double) as known from read_parquet(${quoteText(path)})`,
  )
  return row?.known === 0
}
