import { format } from 'node:util'
import type { Logger } from 'pino'
import { scrubPersonalData } from './scrub-personal-data.ts'

/**
 * Has what the application and libraries say on `console.error` and `console.warn` told in the log instead, without
 * personal data: an error as unexpected, words as a warning.
 *
 * @returns Gives the console back.
 */
export function takeOverConsole(logger: Logger, onUnexpected: (error: unknown) => void): () => void {
  const { error, warn } = console
  console.warn = (...said: unknown[]) => logger.warn(scrubPersonalData(format(...said)))
  console.error = (...said: unknown[]) => {
    const found = said.find((one) => one instanceof Error)
    if (found) onUnexpected(found)
    else console.warn(...said)
  }
  return () => Object.assign(console, { error, warn })
}
