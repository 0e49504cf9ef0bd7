import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The hash of files, by their names and contents alone: 12 hexadecimal digits. Tests don't count.
 *
 * @param sources Files and folders, as paths from `rootDir`.
 */
export function hashSources(rootDir: string, sources: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of sources.flatMap((source) => listFiles(rootDir, source)).sort()) {
    const content = readFileSync(join(rootDir, path))
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex').slice(0, 12)
}

function listFiles(rootDir: string, source: string): string[] {
  if (!statSync(join(rootDir, source)).isDirectory()) return [source]
  return readdirSync(join(rootDir, source), { withFileTypes: true })
    .filter((entry) => !/\.test\.tsx?$/.test(entry.name))
    .flatMap((entry) => {
      const path = `${source}/${entry.name}`
      return entry.isDirectory() ? listFiles(rootDir, path) : entry.isFile() ? [path] : []
    })
}
