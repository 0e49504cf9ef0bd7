import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BackupFile } from './backup-manifest.ts'

const chunkBytes = 1024 * 1024

/** Copies a file, through to the disk and for this user alone, and tells what was copied. */
export function copyHashed(from: string, to: string): Pick<BackupFile, 'bytes' | 'sha256'> {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
  const source = openSync(from, 'r')
  try {
    const target = openSync(to, 'wx', 0o600)
    try {
      const described = eachChunk(source, (chunk) => {
        for (let written = 0; written < chunk.length; ) written += writeSync(target, chunk, written)
      })
      fsyncSync(target)
      return described
    } finally {
      closeSync(target)
    }
  } finally {
    closeSync(source)
  }
}

/** Size and SHA-256 of a file, which is written through to the disk. */
export function hashFile(path: string): Pick<BackupFile, 'bytes' | 'sha256'> {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
    return eachChunk(file, () => {})
  } finally {
    closeSync(file)
  }
}

function eachChunk(file: number, use: (chunk: Buffer) => void): Pick<BackupFile, 'bytes' | 'sha256'> {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(chunkBytes)
  let bytes = 0
  for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
    const chunk = buffer.subarray(0, read)
    hash.update(chunk)
    use(chunk)
    bytes += read
  }
  return { bytes, sha256: hash.digest('hex') }
}
