import { accessSync, constants, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { DataError } from './data-error.ts'

interface Fault {
  /** As the operating system words it, for libraries that pass on its words alone. */
  words: RegExp
  found: string
  nextStep: string
}

const space = 'Free some, or set DATA_DIR to another disk, then run again.'
const access = 'Give this user access, or set DATA_DIR to a folder of your own.'

const faults: Record<string, Fault> = {
  ENOSPC: { words: /no space left on device/i, found: 'the disk is full', nextStep: space },
  EDQUOT: { words: /quota exceeded/i, found: 'the disk quota is used up', nextStep: space },
  EFBIG: { words: /file too large/i, found: 'the file would be larger than allowed', nextStep: space },
  EROFS: { words: /read-only file system/i, found: 'the disk can only be read', nextStep: access },
  EACCES: { words: /permission denied/i, found: 'access is denied', nextStep: access },
  EPERM: { words: /operation not permitted/i, found: 'access is denied', nextStep: access },
  ENOENT: {
    words: /no such file or directory/i,
    found: 'it does not exist',
    nextStep: 'Check the path; if another process removed it meanwhile, run again.',
  },
  ENOTDIR: {
    words: /not a directory/i,
    found: 'a file stands where a folder is expected',
    nextStep: 'Move that file away, or set DATA_DIR to another folder.',
  },
  EISDIR: {
    words: /is a directory/i,
    found: 'a folder stands where a file is expected',
    nextStep: 'Move that folder away, or set DATA_DIR to another folder.',
  },
  EIO: {
    words: /input\/output error/i,
    found: 'the disk fails',
    nextStep: 'Check the disk, then run again.',
  },
  EMFILE: {
    words: /too many open files/i,
    found: 'too many files are open',
    nextStep: 'Raise the limit (ulimit -n), then run again.',
  },
}

/**
 * A refusal of the file system, from Node or from DuckDB, in our words: what was found, what was expected, what to do.
 * The one place that knows them, for every command.
 *
 * @returns Null for any other error.
 */
export function describeFileFault(error: unknown): DataError | null {
  if (!(error instanceof Error)) return null
  const code = findCode(error as NodeJS.ErrnoException)
  const fault = code && faults[code]
  if (!fault) return null
  const path = (error as NodeJS.ErrnoException).path ?? /file "([^"]+)"/i.exec(error.message)?.[1]
  return new DataError(
    'STORE_UNUSABLE',
    `${path ?? 'DATA_DIR'} can't be used: ${fault.found} (${code}). Files and folders that this user may read and write, with space left, are expected; what was there before is still there. ${fault.nextStep}`,
    { cause: error },
  )
}

function findCode(error: NodeJS.ErrnoException): string | undefined {
  // Node says so of a folder, and of those above it, that it may not make.
  if (error.code === 'ENOENT' && error.syscall === 'mkdir') return findWriteRefusal(error.path) ?? error.code
  if (error.code) return error.code
  // DuckDB passes on the operating system's words, without its code.
  if (!error.message.startsWith('IO Error')) return
  return Object.keys(faults).find((code) => faults[code]?.words.test(error.message))
}

/** Why nothing can be made in the nearest folder above a path that exists. */
function findWriteRefusal(path: string | undefined): string | undefined {
  let folder = path && dirname(path)
  while (folder && !existsSync(folder)) folder = dirname(folder)
  try {
    if (folder) accessSync(folder, constants.W_OK)
    return
  } catch (error) {
    return (error as NodeJS.ErrnoException).code
  }
}
