import { computeFeaturesSqlSha256 } from '#db/features/compute-features-sql-sha256.ts'
import { featureRelations, readRelationSql } from '#db/features/feature-relations.ts'
import { loadCatalog } from '#db/features/load-catalog.ts'
import { loadCategoryCodes } from '#db/features/load-category-codes.ts'
import { type RawColumn, type RawTableName, rawSchema } from '#db/raw/raw-schema.ts'

/** All that Spark needs to build the features besides the raw tables: what the DuckDB builder runs, as text. */
export interface SparkPlan {
  rawSchema: Record<RawTableName, RawColumn[]>
  categoryCodes: { sourceColumn: string; category: string; code: number }[]
  /** In the order in which they are made; `sql` is DuckDB's. */
  relations: { name: string; file: string; kept: 'view' | 'file'; sql: string }[]
  /** In the order of features.parquet's columns. */
  features: { name: string; sources: string[] }[]
  featuresSqlSha256: string
}

/** Reads db/features as the DuckDB builder does, so that both engines run the same SQL in the same order. */
export function createSparkPlan(): SparkPlan {
  return {
    rawSchema,
    categoryCodes: loadCategoryCodes().map(({ sourceColumn, category, code }) => ({
      sourceColumn,
      category,
      code,
    })),
    relations: featureRelations.map((relation) => ({ ...relation, sql: readRelationSql(relation) })),
    features: loadCatalog().features.map(({ name, sources }) => ({ name, sources })),
    featuresSqlSha256: computeFeaturesSqlSha256(),
  }
}
