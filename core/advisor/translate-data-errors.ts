import { DataError, type DataErrorCode } from '#db/data-error.ts'
import { AdvisorError, type ErrorCode } from '../contracts/advisor-error.ts'

const codes: Partial<Record<DataErrorCode, ErrorCode>> = { STEP_MISSING: 'STORE_MISSING', BUSY: 'STORE_BUSY' }

/** Turns what the store throws into the advisor's catalogue; the store's own words stay as they are. */
export function translateDataErrors<Result>(read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    // The store's own message already says what was found, what was expected and what to do.
    throw new AdvisorError(
      codes[error.code] ?? 'STORE_UNUSABLE',
      { found: error.message, expected: '', nextStep: '' },
      { cause: error },
    )
  }
}
