import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { DuckDb } from '../../open-duckdb.ts'
import { emptyLog } from '../empty-log.ts'
import { windows } from '../schema.ts'

/** Writes each window with its number of clients and of known targets. */
export async function writeWindows(duck: DuckDb, database: Database.Database): Promise<void> {
  const rows = await duck.rows<{ name: string; clients: number; labelled: number }>(`
    select "window" as name, cast(count(*) as integer) as clients, cast(count(target) as integer) as labelled
    from built_clients group by "window"
    order by case "window" when 'train' then 0 when 'test' then 1 else 2 end, "window"`)
  const positioned = rows.map((row, position) => ({ ...row, position }))
  drizzle(database).insert(windows).values(positioned).run()
}

/** Makes sure before the commit that no row points at an absent one. */
export function refuseBrokenReferences(database: Database.Database): void {
  const broken = database.prepare('pragma foreign_key_check').get()
  if (broken) throw new Error(`The loaded rows do not belong together: ${JSON.stringify(broken)}`)
}

/** Gives back the space of a larger data set that was replaced, and empties the log as far as readers let it. */
export function shrinkStore(database: Database.Database, path: string): void {
  const pages = database.pragma('page_count', { simple: true }) as number
  const free = database.pragma('freelist_count', { simple: true }) as number
  emptyLog(database, path)
  if (free <= pages / 2) return
  try {
    database.exec('vacuum')
    emptyLog(database, path)
  } catch {
    // A reader is at work: the data set is loaded all the same, and the space serves the next load.
  }
}
