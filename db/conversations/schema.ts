import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What was asked about a client in the conversation pane, and all that came of it: one row a turn. */
export const turns = sqliteTable(
  'turns',
  {
    /** Grows with each turn; the row of the words in `turn_words`. */
    turnNumber: integer('turn_number').primaryKey({ autoIncrement: true }),
    turnId: text('turn_id').notNull().unique(),
    /** `user:ID`, who asked. */
    actor: text().notNull(),
    clientId: integer('client_id').notNull(),
    question: text().notNull(),
    /** UTC, ISO 8601. */
    askedAt: text('asked_at').notNull(),
    /** JSON: the events of the turn, in order. */
    events: text().notNull(),
    /** The answer's words alone. */
    answer: text().notNull(),
  },
  (table) => [index('turns_by_client').on(table.actor, table.clientId, table.turnNumber)],
)
