import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DataError } from '#db/data-error.ts'
import { createCategoryCodes } from '#db/features/create-category-codes.ts'
import type { DuckDb } from '#db/open-duckdb.ts'
import { quoteText } from '#db/quote-text.ts'
import { rawSchema, rawTableNames } from '#db/raw/raw-schema.ts'

const remake = 'Make the raw tables again with "npm run data:demo" or "npm run data:import -- PATH".'

/**
 * Makes what the feature SQL reads: a view for each raw table, by Kaggle's name, and the table `category_codes`.
 * @throws DataError STEP_MISSING when a table's file is absent, COLUMN_MISMATCH when its columns are not Kaggle's.
 */
export async function createRawViews(duckDb: DuckDb, dataDir: string): Promise<void> {
  for (const table of rawTableNames) {
    const path = join(dataDir, 'raw', `${table}.parquet`)
    if (!existsSync(path)) throw new DataError('STEP_MISSING', `${path} is absent. ${remake}`)
    await duckDb.connection.run(`create view ${table} as select * from read_parquet(${quoteText(path)})`)
    const columns = await duckDb.rows<{ column_name: string; column_type: string }>(`describe ${table}`)
    const found = columns.map((column) => `${column.column_name} ${column.column_type}`)
    const expected = rawSchema[table].map((column) => `${column.name} ${column.type}`)
    const index = expected.findIndex((column, position) => column !== found[position])
    if (index >= 0 || found.length !== expected.length) {
      const at = index >= 0 ? index : expected.length
      throw new DataError(
        'COLUMN_MISMATCH',
        `${path}: column ${at + 1} is ${found[at] ?? 'absent'}, expected ${expected[at] ?? 'no more columns'}. ${remake}`,
      )
    }
  }
  await createCategoryCodes(duckDb)
}
