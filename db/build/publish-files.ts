import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Moves finished files from one folder into another of the same disk, so that a reader who sees `marker` sees files
 * that belong together: the former marker goes first and the new one comes last.
 */
export function publishFiles(from: string, to: string, files: string[], marker: string): void {
  for (const file of [...files, marker]) syncToDisk(join(from, file))
  rmSync(join(to, marker), { force: true })
  for (const file of [...files, marker]) renameSync(join(from, file), join(to, file))
  syncToDisk(to)
}

function syncToDisk(path: string): void {
  const descriptor = openSync(path, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
