import { readFileSync } from 'node:fs'

const rowWiseFiles = ['application_terms', 'application_scores', 'application_features']

/**
 * The row-wise features as one `select` from `application_inputs`, in SQL that DuckDB, SQLite and Spark read
 * alike: application_terms.sql, application_scores.sql and application_features.sql, each over the one before. In a
 * what-if, SQLite runs it over a table `application_inputs` that holds the client's row: `client_id` and, by the
 * same names, features of the store.
 */
export function readApplicationFeaturesSql(): string {
  const relations = rowWiseFiles.map((name) => {
    const sql = readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8')
    return `${name} as (\n${sql})`
  })
  return `with ${relations.join(', ')}\nselect * from application_features`
}
