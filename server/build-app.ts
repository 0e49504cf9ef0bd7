import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { runStep } from '#db/run-step.ts'
import { hashSources } from './hash-sources.ts'

const projectDir = join(import.meta.dirname, '..')
/** Files and folders that a build is named by: a start looks for the build of these very contents. */
export const appSources = [
  'app',
  'core',
  'db',
  'public',
  'package.json',
  'package-lock.json',
  'remix.config.js',
  'tsconfig.json',
  'vite.config.ts',
]
const keptFormerBuilds = 3
const dayMs = 24 * 60 * 60 * 1000

/**
 * Builds the web application unless a build of the very same sources is there. Each has a folder of its own, named
 * by the hash of its sources: a start after a change leaves what a running instance serves as it is.
 *
 * @returns Absolute path of the build's folder.
 * @throws Error when the build fails.
 */
export async function buildApp(buildsDir = join(projectDir, 'build')): Promise<string> {
  const sourcesHash = hashSources(projectDir, appSources)
  const buildDir = join(buildsDir, sourcesHash)
  if (!existsSync(buildDir)) {
    console.error('Building the application…')
    const partialDir = join(buildsDir, `.partial-${process.pid}`)
    try {
      await runStep(['node', 'node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn'], {
        NODE_ENV: 'production',
        APP_BUILD_DIRECTORY: partialDir,
      })
      await buildPanels(join(partialDir, 'mcp-apps'))
      // Edited meanwhile: what was built has no one state of the sources to be named by.
      if (hashSources(projectDir, appSources) !== sourcesHash) return await buildApp(buildsDir)
      moveUnlessThere(partialDir, buildDir)
    } finally {
      rmSync(partialDir, { recursive: true, force: true })
    }
  }
  markUsed(buildDir)
  removeUnusedBuilds(buildsDir, sourcesHash)
  return buildDir
}

/** The page that assistants' hosts show answers in (MCP Apps), which nothing else of the application is in. */
async function buildPanels(outDir: string): Promise<void> {
  const config = 'app/mcp-apps/vite.config.ts'
  await runStep(
    [
      'node',
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      config,
      '--outDir',
      outDir,
      '--logLevel',
      'warn',
    ],
    { NODE_ENV: 'production' },
  )
}

/** Tells later starts that this build is served, so that none removes it: to be repeated at least once a day. */
export function markUsed(buildDir: string): void {
  const now = new Date()
  try {
    utimesSync(buildDir, now, now)
  } catch (error) {
    // As in an image: where a start may only read builds, none removes any.
    if (!isRefusedWrite(error)) throw error
  }
}

function moveUnlessThere(partialDir: string, buildDir: string): void {
  try {
    renameSync(partialDir, buildDir)
  } catch (error) {
    // Another process was faster; its build is of the same sources.
    if (!existsSync(buildDir)) throw error
  }
}

/** Removes builds and what killed builds left, once nothing has used them for a day; the newest former ones stay. */
function removeUnusedBuilds(buildsDir: string, currentHash: string): void {
  const entries = readdirSync(buildsDir)
    .filter((name) => /^([0-9a-f]{12}|\.partial-\d+)$/.test(name) && name !== currentHash)
    .map((name) => ({
      name,
      usedAt: statSync(join(buildsDir, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }))
    .sort((a, b) => b.usedAt - a.usedAt)
  const kept = entries.filter(({ name }) => !name.startsWith('.')).slice(0, keptFormerBuilds)
  for (const entry of entries) {
    if (kept.includes(entry) || Date.now() - entry.usedAt < dayMs) continue
    rmSync(join(buildsDir, entry.name), { recursive: true, force: true })
  }
}

function isRefusedWrite(error: unknown): boolean {
  return ['EPERM', 'EACCES', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')
}
