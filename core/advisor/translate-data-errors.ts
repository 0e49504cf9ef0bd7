import { DataError } from '#db/data-error.ts'
import { AdvisorError } from '../contracts/advisor-error.ts'

/** Turns what the store throws into the advisor's catalogue; the store's own words stay as they are. */
export function translateDataErrors<Result>(read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    const code = error.code === 'STEP_MISSING' ? 'STORE_MISSING' : 'STORE_UNUSABLE'
    throw new AdvisorError(code, { found: error.message, expected: '', nextStep: '' }, { cause: error })
  }
}
