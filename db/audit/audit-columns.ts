import { getTableColumns } from 'drizzle-orm'
import { auditEntries } from './schema.ts'

/** Each field of an entry and its column. */
export const auditColumns = Object.entries(getTableColumns(auditEntries)).map(([name, { name: column }]) => ({
  name,
  column,
}))
