import { defineConfig } from 'drizzle-kit'

/** `npm run store:migrations` writes the SQL of every change of the schema; commit what it writes. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './db/store/schema.ts',
  out: './db/store/migrations',
})
