import { defineConfig } from 'drizzle-kit'

/** `npx drizzle-kit generate --config db/accounts/drizzle.config.ts` writes the SQL of every change of the schema. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './db/accounts/schema.ts',
  out: './db/accounts/migrations',
})
