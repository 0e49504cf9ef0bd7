import type { DuckDb } from '#db/open-duckdb.ts'
import { quoteText } from '#db/quote-text.ts'
import { categoryCodesPath } from './load-category-codes.ts'

/** Loads category_codes.csv as the table `category_codes` that the feature SQL joins. */
export async function createCategoryCodes(duckDb: DuckDb): Promise<void> {
  const columns =
    "source_column: 'VARCHAR', category: 'VARCHAR', code: 'INTEGER', label_fr: 'VARCHAR', label_en: 'VARCHAR'"
  await duckDb.connection.run(
    `create temp table category_codes as
    select * from read_csv(${quoteText(categoryCodesPath)}, header = true, quote = '"', columns = {${columns}})`,
  )
}
