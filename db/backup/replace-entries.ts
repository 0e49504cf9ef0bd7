import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export interface ReplaceEntriesOptions {
  dataDir: string
  /** Folder of the same disk that holds what comes. */
  partial: string
  /** Folder of the same disk, made for what goes. */
  formerDir: string
  /** Files and folders at the top of all three. */
  entries: readonly string[]
}

/** What SQLite keeps beside a file; it must never meet another file of the same name. */
const companions = ['', '-wal', '-shm', '-journal']

/**
 * Moves entries into the place of those of the same name, which are kept. When one can't be moved, all go back.
 *
 * @returns Whether there was anything to keep.
 */
export function replaceEntries({ dataDir, partial, formerDir, entries }: ReplaceEntriesOptions): boolean {
  const former = entries
    .flatMap((entry) => companions.map((companion) => entry + companion))
    .filter((name) => existsSync(join(dataDir, name)))
  if (former.length > 0) mkdirSync(formerDir, { mode: 0o700 })
  const moves = [
    ...former.map((name) => ({ from: join(dataDir, name), to: join(formerDir, name) })),
    ...entries.map((name) => ({ from: join(partial, name), to: join(dataDir, name) })),
  ]
  const done: typeof moves = []
  try {
    for (const move of moves) {
      renameSync(move.from, move.to)
      done.push(move)
    }
    for (const folder of former.length > 0 ? [formerDir, dataDir] : [dataDir]) syncToDisk(folder)
    return former.length > 0
  } catch (error) {
    for (const { from, to } of done.reverse()) renameSync(to, from)
    rmSync(formerDir, { recursive: true, force: true })
    throw error
  }
}

function syncToDisk(path: string): void {
  const descriptor = openSync(path, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
