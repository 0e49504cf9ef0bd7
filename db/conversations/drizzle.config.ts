import { defineConfig } from 'drizzle-kit'

/** `npx drizzle-kit generate --config db/conversations/drizzle.config.ts` writes the SQL of every change of the schema. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './db/conversations/schema.ts',
  out: './db/conversations/migrations',
})
