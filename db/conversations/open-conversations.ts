import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { openMigratedDatabase } from '../open-migrated-database.ts'
import * as schema from './schema.ts'

/** What was asked in the conversation pane, and what came of it. For one thread. */
export interface Conversations {
  readonly path: string
  readonly orm: BetterSQLite3Database<typeof schema>
  readonly database: Database.Database
  close(): void
}

/** 'HcCo' */
const applicationId = 0x4863436f

/**
 * Opens the conversations of a DATA_DIR; the file is made when there is none. What is deleted is overwritten.
 *
 * @throws DataError as `openMigratedDatabase` does.
 */
export function openConversations(dataDir: string): Conversations {
  const path = join(dataDir, 'conversations.sqlite')
  const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))
  const database = openMigratedDatabase({ path, applicationId, migrationsFolder, noun: 'the conversations' })
  database.pragma('secure_delete = ON')
  return { path, database, orm: drizzle(database, { schema }), close: () => database.close() }
}
