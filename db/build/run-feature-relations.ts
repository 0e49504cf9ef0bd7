import { join } from 'node:path'
import { featureRelations, readRelationSql } from '#db/features/feature-relations.ts'
import type { DuckDb } from '#db/open-duckdb.ts'
import { quoteText } from '#db/quote-text.ts'

/**
 * Makes every feature relation over the raw views, in order. Those kept as files are written to `directory`, one at
 * a time, so that no more than one is worked on in memory.
 */
export async function runFeatureRelations(
  duckDb: DuckDb,
  directory: string,
  onRelation: (name: string) => void,
): Promise<void> {
  for (const relation of featureRelations) {
    const sql = readRelationSql(relation)
    if (relation.kept === 'view') {
      await duckDb.connection.run(`create view ${relation.name} as ${sql}`)
      continue
    }
    onRelation(relation.name)
    const path = quoteText(join(directory, `${relation.name}.parquet`))
    await duckDb.connection.run(`copy (${sql}) to ${path} (format parquet)`)
    await duckDb.connection.run(`create view ${relation.name} as select * from read_parquet(${path})`)
  }
}
