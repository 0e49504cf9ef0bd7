import { accessSync, constants, mkdirSync, statSync } from 'node:fs'

/**
 * Makes sure that DATA_DIR is a folder that can be written, and makes it when it is not there.
 *
 * @throws Error that says what was found, what is expected and what to do.
 */
export function checkDataDir(dataDir: string): void {
  const advice = 'Choose a folder of yours with DATA_DIR=/path/to/folder npm start.'
  const refuse = (found: string, cause?: unknown) => {
    throw new Error(`DATA_DIR is ${dataDir}: ${found}. A folder that can be written is expected. ${advice}`, {
      cause,
    })
  }
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (error) {
    if (isFile(dataDir)) refuse('that is a file', error)
    refuse(`it cannot be made (${(error as NodeJS.ErrnoException).code})`, error)
  }
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    refuse(`it cannot be written (${(error as NodeJS.ErrnoException).code})`, error)
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}
