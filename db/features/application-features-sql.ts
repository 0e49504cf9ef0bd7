import { readFileSync } from 'node:fs'

/**
 * The row-wise features as one `select` from `application_inputs`, in SQL that DuckDB, SQLite and Spark read
 * alike. In a what-if, SQLite runs it over a table `application_inputs` that holds the client's row: `client_id`
 * and, by the same names, features of the store.
 */
export function readApplicationFeaturesSql(): string {
  return readFileSync(new URL('./application_features.sql', import.meta.url), 'utf8')
}
