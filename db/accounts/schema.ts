import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

const moment = (name: string) => integer(name, { mode: 'timestamp_ms' })
const now = sql`(unixepoch('subsec') * 1000)`

/** One row: what sets this file of accounts apart, so that two instances on one host keep their cookies apart. */
export const instance = sqliteTable('instance', {
  instanceId: text('instance_id').primaryKey(),
})

/** Who may sign in. Property names are better-auth's own. */
export const user = sqliteTable('user', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
  image: text(),
  createdAt: moment('created_at').notNull().default(now),
  updatedAt: moment('updated_at').notNull().default(now),
  role: text({ enum: ['advisor', 'data_scientist', 'administrator'] }).notNull(),
  banned: integer({ mode: 'boolean' }).notNull().default(false),
  banReason: text('ban_reason'),
  banExpires: moment('ban_expires'),
  /** Set with a password that someone else has seen: nothing else can be done before it is changed. */
  mustChangePassword: integer('must_change_password', { mode: 'boolean' }).notNull().default(false),
  /** Signs in by its published password, on made-up data alone. */
  isDemo: integer('is_demo', { mode: 'boolean' }).notNull().default(false),
})

export const session = sqliteTable(
  'session',
  {
    id: text().primaryKey(),
    expiresAt: moment('expires_at').notNull(),
    token: text().notNull().unique(),
    createdAt: moment('created_at').notNull().default(now),
    updatedAt: moment('updated_at').notNull().default(now),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    impersonatedBy: text('impersonated_by'),
  },
  (table) => [index('session_user').on(table.userId)],
)

/** How a user proves to be that user: here a password, hashed with scrypt. */
export const account = sqliteTable(
  'account',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text(),
    password: text(),
    createdAt: moment('created_at').notNull().default(now),
    updatedAt: moment('updated_at').notNull().default(now),
  },
  (table) => [index('account_user').on(table.userId)],
)

/** better-auth's own; nothing here sends links, so it stays empty. */
export const verification = sqliteTable('verification', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: moment('expires_at').notNull(),
  createdAt: moment('created_at').notNull().default(now),
  updatedAt: moment('updated_at').notNull().default(now),
})

/** Tokens for programs. The token itself is nowhere: only its SHA-256. */
export const apiTokens = sqliteTable('api_tokens', {
  tokenId: text('token_id').primaryKey(),
  name: text().notNull(),
  tokenSha256: text('token_sha256').notNull().unique(),
  scopes: text({ mode: 'json' }).$type<string[]>().notNull(),
  /** Who made it: it stops working when that account is disabled. */
  userId: text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
  createdAt: moment('created_at').notNull(),
  /** Null: it does not expire. */
  expiresAt: moment('expires_at'),
  revokedAt: moment('revoked_at'),
  /** Within a minute. */
  lastUsedAt: moment('last_used_at'),
  isDemo: integer('is_demo', { mode: 'boolean' }).notNull().default(false),
})

/** Attempts to sign in, by the hash of what they are counted for: an account or an address. */
export const signInAttempts = sqliteTable('sign_in_attempts', {
  keySha256: text('key_sha256').primaryKey(),
  attempts: integer().notNull(),
  windowStartedAt: moment('window_started_at').notNull(),
})
