import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The page of the panels in a build of the application; undefined where it was built without. */
export function readPanelPage(buildDir: string): string | undefined {
  const path = join(buildDir, 'mcp-apps/index.html')
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
