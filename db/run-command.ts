import { DataError } from './data-error.ts'
import { describeFileFault } from './describe-file-fault.ts'
import { type Progress, showProgress } from './show-progress.ts'

/**
 * Runs one of the data commands of package.json: shows its progress, and ends with exit code 1 and one clear message
 * when data, files or the disk keep it from its work. A fault of ours keeps its stack.
 *
 * @param name What each line on stderr begins with.
 */
export async function runCommand(name: string, run: (progress: Progress) => Promise<void>): Promise<void> {
  const progress = showProgress(name)
  try {
    await run(progress)
    progress.stop()
  } catch (error) {
    progress.stop()
    const known = error instanceof DataError ? error : describeFileFault(error)
    if (!known) throw error
    console.error(`${name}: ${known.message}`)
    process.exitCode = 1
  }
}
