import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readPanelPage } from './read-panel-page.ts'

/** The page of the panels in the newest build that there is: who starts this door alone builds nothing. */
export function findNewestPanelPage(buildsDir = join(import.meta.dirname, '../build')): string | undefined {
  if (!existsSync(buildsDir)) return
  const builds = readdirSync(buildsDir)
    .filter((name) => /^[0-9a-f]{12}$/.test(name))
    .map((name) => join(buildsDir, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const build of builds) {
    const page = readPanelPage(build)
    if (page !== undefined) return page
  }
}
