import { parseArgs } from 'node:util'
import { DataError } from '../data-error.ts'

/**
 * Reads the one option of a command: `--to FOLDER` or `--from FOLDER`.
 *
 * @throws DataError INVALID_ARGUMENT for anything else.
 */
export function parseFolderOption(name: 'to' | 'from', args: string[]): string {
  const command = name === 'to' ? 'backup' : 'restore'
  const usage = `npm run ${command} -- --${name} FOLDER`
  try {
    const { values } = parseArgs({ args, options: { [name]: { type: 'string' } } })
    const folder = values[name]
    if (typeof folder === 'string' && folder.trim()) return folder.trim()
  } catch {
    // The same words serve for every wrong argument.
  }
  throw new DataError(
    'INVALID_ARGUMENT',
    `The arguments are "${args.join(' ')}". The folder of a backup is expected. Use: ${usage}.`,
  )
}
