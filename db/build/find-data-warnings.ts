import { loadCategoryCodes } from '#db/features/load-category-codes.ts'
import type { DuckDb } from '#db/open-duckdb.ts'
import { quoteText } from '#db/quote-text.ts'
import { rawTableNames } from '#db/raw/raw-schema.ts'

/** What a reader of the features should know: tables without rows, and categories that have no code. */
export async function findDataWarnings(duckDb: DuckDb): Promise<string[]> {
  const warnings: string[] = []
  for (const table of rawTableNames) {
    const [row] = await duckDb.rows<{ rows: bigint }>(`select count(*) as rows from ${table}`)
    if (row?.rows !== 0n) continue
    const effect = table.startsWith('application_')
      ? 'that window has no clients'
      : 'the features that read it alone are missing for every client'
    warnings.push(`${table} is empty: ${effect}.`)
  }
  const columns = new Set(loadCategoryCodes().map((code) => code.sourceColumn))
  for (const source of columns) warnings.push(...(await findUnknownCategories(duckDb, source)))
  return warnings
}

async function findUnknownCategories(duckDb: DuckDb, source: string): Promise<string[]> {
  const [table, column] = source.split('.') as [string, string]
  const tables = table === 'application_train' ? ['application_train', 'application_test'] : [table]
  const values = tables.map((name) => `select ${column} as category from ${name}`).join(' union all ')
  const unknown = await duckDb.rows<{ category: string; rows: bigint }>(
    `select category, count(*) as rows from (${values})
    where category not in ('', 'XNA', 'XAP', 'Unknown') and category not in
      (select category from category_codes where source_column = ${quoteText(source)})
    group by category order by category`,
  )
  return unknown.map(
    ({ category, rows }) =>
      `${source} holds "${category}" (${rows} rows), which category_codes.csv does not know: treated as unknown.`,
  )
}
