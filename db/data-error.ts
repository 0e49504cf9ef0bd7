/** What can be wrong with data, its files or the steps that build from them. */
export type DataErrorCode =
  | 'INVALID_ARGUMENT'
  | 'SOURCE_UNREADABLE'
  | 'TABLE_MISSING'
  | 'TABLE_AMBIGUOUS'
  | 'COLUMN_MISMATCH'
  | 'VALUE_INVALID'
  | 'DUPLICATE_CLIENT'
  | 'STEP_MISSING'
  | 'STORE_UNUSABLE'
  | 'BACKUP_UNUSABLE'
  | 'BUSY'

/** The message holds what was found, what was expected and what to do, in that order. */
export class DataError extends Error {
  override readonly name = 'DataError'
  readonly code: DataErrorCode

  constructor(code: DataErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}
