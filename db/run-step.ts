import { spawn } from 'node:child_process'
import { join } from 'node:path'

const projectDir = join(import.meta.dirname, '..')
const endWithParent = ['--import', new URL('./end-with-parent.ts', import.meta.url).href]

/**
 * Runs one of the project's commands in a process of its own, so that what a heavy step holds in memory is
 * gone when the server starts. Its progress goes to this process's stderr. It ends with this process, even when
 * that is killed.
 *
 * @param command `node`, a script of the project and its arguments.
 * @param signal Ends the step.
 * @throws Error when the step fails or is ended; the step itself has said why on stderr.
 */
export async function runStep(
  command: string[],
  environment: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<void> {
  const child = spawn(process.execPath, [...endWithParent, ...command.slice(1)], {
    cwd: projectDir,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 2, 2, 'ipc'],
    ...(signal && { signal }),
  })
  const stopChild = () => child.kill('SIGTERM')
  process.once('exit', stopChild)
  try {
    const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (...outcome) => resolve(outcome))
    })
    if (code === 0) return
    const outcome = signal ? `was ended by ${signal}` : `ended with code ${code}`
    throw new Error(`"${command.join(' ')}" ${outcome}; see above for the reason.`)
  } finally {
    process.off('exit', stopChild)
  }
}
