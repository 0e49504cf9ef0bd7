import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The token that the server of a demo gives away; empty before its first start. */
export function readDemoToken(dataDir: string): string {
  const path = join(dataDir, 'demo-token')
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
}
