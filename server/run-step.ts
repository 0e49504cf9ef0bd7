import { spawn } from 'node:child_process'
import { join } from 'node:path'

const projectDir = join(import.meta.dirname, '..')

/**
 * Runs one of the project's commands in a process of its own, so that what a heavy step holds in memory is
 * gone when the server starts. Its progress goes to this process's stderr.
 *
 * @throws Error when the step fails; the step itself has said why on stderr.
 */
export async function runStep(command: string[], environment: Record<string, string> = {}): Promise<void> {
  const [program, ...args] = command as [string, ...string[]]
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    cwd: projectDir,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 2, 2],
  })
  const stopChild = () => child.kill('SIGTERM')
  process.once('exit', stopChild)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  process.off('exit', stopChild)
  if (code !== 0) throw new Error(`"${command.join(' ')}" ended with code ${code}; see above for the reason.`)
}
