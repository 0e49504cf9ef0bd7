import { readFileSync, statSync } from 'node:fs'

/** Ticks a second in which Linux counts, on every platform that Node runs on. */
const ticksPerSecond = 100
const clockToleranceMs = 2000

/**
 * Whether the process that writes a folder is still at work; another user's counts too.
 *
 * Where Linux tells, one that has ended but was not yet taken notice of by its parent is not; nor is one that began
 * after the folder last changed: it was only given the number again, as in containers, whose numbers begin anew.
 *
 * @param processId What the folder's name says.
 */
export function isProcessRunning(processId: number, folder: string): boolean {
  try {
    process.kill(processId, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const found = readProcess(processId)
  if (!found) return true
  const changedAt = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY
  return !found.hasEnded && found.startedAt <= changedAt + clockToleranceMs
}

function readProcess(processId: number): { hasEnded: boolean; startedAt: number } | null {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8')
    // The name, in brackets, may hold anything; the state comes after it, and the start 19 fields later.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const bootedAt = Number(/^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1]) * 1000
    const startedAt = bootedAt + (Number(fields[19]) / ticksPerSecond) * 1000
    return { hasEnded: fields[0] === 'Z' || fields[0] === 'X', startedAt }
  } catch {
    return null
  }
}
