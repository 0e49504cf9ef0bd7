import type { MessageKey } from '../messages/fr.ts'
import type { SortKey } from './list-query.ts'

/** What a column that sorts the list is called, in full. */
export const sortColumnMessages: Record<SortKey, MessageKey> = {
  client: 'column.client',
  repayment: 'column.repayment.long',
  credit: 'column.credit',
  income: 'column.income',
  age: 'column.age',
}
