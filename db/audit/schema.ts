import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * What was shown, to whom and through which door: one row an answer, each chained to the one before by its hash.
 * Rows are never changed or removed; triggers refuse it.
 */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    /** 1, 2, 3 … without a gap. */
    entryId: integer('entry_id').primaryKey(),
    /** UTC, ISO 8601. */
    recordedAt: text('recorded_at').notNull(),
    /** `user:ID`, `token:ID`, or `local:NAME` for the user of this machine. */
    actor: text().notNull(),
    door: text().notNull(),
    kind: text().notNull(),
    /** Null for an answer about several clients. */
    clientId: integer('client_id'),
    /** JSON, as it was asked. */
    input: text().notNull(),
    modelVersion: text('model_version').notNull(),
    /** SHA-256 of the bundle's manifest, which holds the hash of everything else in it. */
    bundleSha256: text('bundle_sha256').notNull(),
    modelSha256: text('model_sha256').notNull(),
    dataVersion: text('data_version').notNull(),
    /** SHA-256 of the client's features, float32, little endian. */
    featuresSha256: text('features_sha256'),
    /** JSON, as it was shown. */
    answer: text().notNull(),
    previousHash: text('previous_hash').notNull(),
    entryHash: text('entry_hash').notNull(),
  },
  (table) => [
    // All that lists are filtered by, so that none reads the entries themselves; and the first thing that is asked.
    index('audit_entries_overview').on(table.recordedAt, table.actor, table.door, table.kind, table.clientId),
    index('audit_entries_by_client').on(table.clientId),
  ],
)
