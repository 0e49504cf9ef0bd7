import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { runStep } from './run-step.ts'

const projectDir = join(import.meta.dirname, '..')
const sources = ['app', 'core', 'public', 'package-lock.json', 'remix.config.js', 'vite.config.ts']

/** Builds the web application unless the build is newer than everything it is made from. */
export async function buildApp(): Promise<void> {
  const buildPath = join(projectDir, 'build/server/index.js')
  const newestSource = Math.max(...sources.map((source) => newestChange(join(projectDir, source))))
  if (existsSync(buildPath) && statSync(buildPath).mtimeMs > newestSource) return
  console.error('Building the application…')
  await runStep(['node', 'node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn'], {
    NODE_ENV: 'production',
  })
}

function newestChange(path: string): number {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((entry) => newestChange(join(path, entry))))
}
