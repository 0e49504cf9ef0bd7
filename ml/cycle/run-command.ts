import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const projectDir = join(import.meta.dirname, '../..')

/**
 * Runs one of the project's scripts; its progress goes to this process's stderr.
 *
 * @param command The script, from the project's folder, and its arguments.
 * @param environment Variables added to this process's own.
 * @returns What it wrote to stdout.
 * @throws Error when it fails; the script itself has said why on stderr.
 */
export async function runCommand(command: string[], environment: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, command, {
    cwd: projectDir,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = () => child.kill('SIGTERM')
  process.once('exit', stop)
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  try {
    const [output, code] = await Promise.all([text(child.stdout), ended])
    if (code === 0) return output
    throw new Error(`"${command.join(' ')}" ended with ${code ?? 'a signal'}; see above for the reason`)
  } finally {
    process.off('exit', stop)
  }
}
