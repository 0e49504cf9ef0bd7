import Database from 'better-sqlite3'
import { readApplicationFeaturesSql } from '#db/features/application-features-sql.ts'

/** One client's row by feature name; null is unknown. */
export type FeatureValues = Record<string, number | null>

export interface ApplicationFeatures {
  /** What `compute`'s rows hold: `client_id`, in which is the number of the change, and the features that are computed. */
  names: readonly string[]
  /**
   * Computes the row-wise features of one application as it would be with each of some changes, by the SQL that built
   * them for everyone.
   *
   * @param application Values by feature name; names that the SQL does not read are ignored, absent ones are null.
   * @param changes Values of changeable features, by name; those not named stay as they are.
   * @returns A row for each change.
   */
  compute(application: FeatureValues, changes: readonly Record<string, number>[]): (number | null)[][]
  close(): void
}

export interface ApplicationFeaturesOptions {
  /** Names that the row-wise SQL may read: those of the stored features. */
  featureNames: readonly string[]
  /** Those of them that a change may set. */
  changeableNames: readonly string[]
}

/** Relations that SQLite is to compute before others read them: it would repeat their arithmetic at each mention. */
const computedOnce = /\b(growths|measured) as \(/g

/** Opens an empty in-memory SQLite that runs `application_features.sql` for one application at a time. */
export function openApplicationFeatures(options: ApplicationFeaturesOptions): ApplicationFeatures {
  const database = new Database(':memory:')
  const sql = readApplicationFeaturesSql().replace(computedOnce, '$1 as materialized (')
  // A row of all features would cost three times what the SQL itself does.
  const read = options.featureNames.filter((name) => new RegExp(`\\b${name}\\b`).test(sql))
  const changeable = read.filter((name) => options.changeableNames.includes(name))
  const fixed = read.filter((name) => !changeable.includes(name))
  database.exec(`
    create table application (${['application_id integer', ...fixed.map(toRealColumn)].join(', ')});
    create table scenarios (${['client_id integer primary key', ...changeable.map(toRealColumn)].join(', ')});
    create view application_inputs as select * from application cross join scenarios;`)
  const insertApplication = database.prepare(
    `insert into application values (0${', ?'.repeat(fixed.length)})`,
  )
  const insertScenario = database.prepare(
    `insert into scenarios values (?${', ?'.repeat(changeable.length)})`,
  )
  const clear = () => database.exec('delete from application; delete from scenarios')
  const select = database.prepare<[], [number, ...(number | null)[]]>(sql).raw()
  const compute: ApplicationFeatures['compute'] = (application, changes) => {
    clear()
    insertApplication.run(fixed.map((name) => application[name] ?? null))
    for (const [scenario, change] of changes.entries()) {
      const values = changeable.map((name) => change[name] ?? application[name] ?? null)
      insertScenario.run(scenario, values)
    }
    const rows: (number | null)[][] = []
    for (const row of select.all()) rows[row[0]] = row
    return rows
  }
  return {
    names: select.columns().map(({ name }) => name),
    // Begun and committed once, not for each row.
    compute: database.transaction(compute),
    close: () => database.close(),
  }
}

function toRealColumn(name: string): string {
  return `"${name}" real`
}
