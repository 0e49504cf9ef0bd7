import { DataError } from '#db/data-error.ts'
import { rawSchema } from '../raw-schema.ts'
import { showValue } from './show-value.ts'
import type { TableSource } from './table-source.ts'

/** A row that DuckDB could not take; rows count from the header, which is row 1. */
export interface RejectedRow extends Record<string, unknown> {
  row: number
  column_name: string | null
  error_type: string
  error_message: string
}

/** The error for it, in our words. */
export function explainReject(source: TableSource, rejected: RejectedRow): DataError {
  const { row, column_name: column, error_message: message } = rejected
  const width = rawSchema[source.table].length
  const at = `${source.name} (table ${source.table}), row ${row}`
  switch (rejected.error_type) {
    case 'CAST': {
      const value = /Could not convert string "([\s\S]*)" to/.exec(message)?.[1] ?? ''
      return invalid(
        `${at}, column "${column}" holds ${showValue(value)}. A number, or nothing where it is unknown, is expected.`,
      )
    }
    case 'MISSING COLUMNS':
    case 'TOO MANY COLUMNS': {
      const found = /Found: (\d+)/.exec(message)?.[1] ?? 'another number of'
      return invalid(`${at} has ${found} values. ${width} are expected, one for each column.`)
    }
    case 'UNQUOTED VALUE':
      return invalid(
        `${at}, column "${column}" has a quote that is not closed or stands inside a value. Quotes round whole values, doubled inside, are expected.`,
      )
    case 'LINE SIZE OVER MAXIMUM':
      return invalid(
        `${at} is longer than any row can be, as after a quote that is never closed. Rows of ${width} values are expected.`,
      )
    default:
      return invalid(
        `${at}${column ? `, column "${column}"` : ''} can't be read (${message.split('\n')[0]}). Rows of ${width} values are expected.`,
      )
  }
}

function invalid(finding: string): DataError {
  return new DataError('VALUE_INVALID', `${finding} Correct that row, then import again.`)
}
