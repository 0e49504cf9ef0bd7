import { defineConfig } from 'drizzle-kit'

/** `npx drizzle-kit generate --config db/audit/drizzle.config.ts` writes the SQL of every change of the schema. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './db/audit/schema.ts',
  out: './db/audit/migrations',
})
