import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { openMigratedDatabase } from '../open-migrated-database.ts'
import * as schema from './schema.ts'

/** The open accounts: who may sign in, their sessions, the tokens of programs. For one thread. */
export interface Accounts {
  readonly path: string
  /** For all that writes. */
  readonly orm: BetterSQLite3Database<typeof schema>
  readonly database: Database.Database
  /** A connection that only reads: its change counter counts every write, those of `database` too. */
  readonly reader: Database.Database
  /** Sets this file apart from those of other instances. */
  readonly instanceId: string
  close(): void
}

/** 'HcAc' */
const applicationId = 0x48634163

/**
 * Opens the accounts of a DATA_DIR; the file is made when there is none.
 *
 * @throws DataError as `openMigratedDatabase` does.
 */
export function openAccounts(dataDir: string): Accounts {
  const path = join(dataDir, 'accounts.sqlite')
  const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))
  const open = () => openMigratedDatabase({ path, applicationId, migrationsFolder, noun: 'the accounts' })
  const database = open()
  const reader = open()
  reader.pragma('query_only = ON')
  return {
    path,
    database,
    reader,
    orm: drizzle(database, { schema }),
    instanceId: keepInstanceId(database),
    close() {
      reader.close()
      database.close()
    },
  }
}

function keepInstanceId(database: Database.Database): string {
  const find = database.prepare<[], string>('select instance_id from instance').pluck()
  const keep = database.transaction(() => {
    const known = find.get()
    if (known) return known
    const instanceId = randomBytes(4).toString('hex')
    database.prepare('insert into instance (instance_id) values (?)').run(instanceId)
    return instanceId
  })
  return find.get() ?? keep.immediate()
}
