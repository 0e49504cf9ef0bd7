import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { findChampion } from '../bundle/find-champion.ts'

/**
 * A text that differs as soon as another bundle is the champion, or any file of its folder was replaced. Never throws:
 * what keeps the champion from being found is part of the text. Costs a dozen file stats.
 */
export function markChampion(dataDir: string, committedBundlesDir?: string): string {
  try {
    const directory = findChampion(dataDir, committedBundlesDir)
    const files = readdirSync(directory).map((name) => {
      const { ino, size, mtimeMs } = statSync(join(directory, name))
      return `${name} ${ino} ${size} ${mtimeMs}`
    })
    return [directory, ...files].join('\n')
  } catch (error) {
    return String(error)
  }
}
