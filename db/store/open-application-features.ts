import Database from 'better-sqlite3'
import { readApplicationFeaturesSql } from '#db/features/application-features-sql.ts'

/** One client's row, or the features computed from it, by feature name; null is unknown. */
export type FeatureValues = Record<string, number | null>

export interface ApplicationFeatures {
  /**
   * Computes the row-wise features of one application, by the SQL that built them for everyone.
   *
   * @param inputs Values by feature name; names that the SQL does not read are ignored, absent ones are null.
   */
  compute(inputs: FeatureValues): FeatureValues
  close(): void
}

/**
 * Opens an empty in-memory SQLite that runs `application_features.sql` for one client at a time.
 *
 * @param featureNames Names that the row-wise SQL may read: those of the stored features.
 */
export function openApplicationFeatures(featureNames: readonly string[]): ApplicationFeatures {
  const database = new Database(':memory:')
  const sql = readApplicationFeaturesSql()
  // A row of all features would cost three times what the SQL itself does.
  const read = featureNames.filter((name) => new RegExp(`\\b${name}\\b`).test(sql))
  const columns = read.map((name) => `"${name}" real`).join(', ')
  database.exec(`create table application_inputs (client_id integer, ${columns})`)
  const insert = database.prepare(`insert into application_inputs values (0${', ?'.repeat(read.length)})`)
  const clear = database.prepare('delete from application_inputs')
  const select = database.prepare(sql)
  return {
    compute(inputs) {
      clear.run()
      insert.run(read.map((name) => inputs[name] ?? null))
      const { client_id: _, ...features } = select.get() as FeatureValues
      return features
    },
    close: () => database.close(),
  }
}
