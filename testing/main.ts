import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildApp } from '#server/build-app.ts'
import { ensureChromium } from './ensure-chromium.ts'
import { ensureJava } from './ensure-java.ts'

const projectDir = join(import.meta.dirname, '..')

/** Runs one suite with its output shown; true when it passed. */
function runSuite(title: string, command: string, args: string[]): boolean {
  console.error(`\n${title}`)
  return spawnSync(command, args, { cwd: projectDir, stdio: 'inherit' }).status === 0
}

function prepare(title: string, command: string, args: string[]): void {
  if (!runSuite(title, command, args)) throw new Error(`${title}: failed, see above.`)
}

prepare('Preparing the Python environment', 'bash', ['ml/setup.sh'])
ensureChromium()
ensureJava()
prepare('Preparing the Spark environment', 'bash', ['ml/setup.sh', '--spark'])
await buildApp()

const passed = [
  runSuite('TypeScript, SQL cases and the browser journey', process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...process.argv.slice(2),
  ]),
  runSuite('Python', 'ml/.venv/bin/python', ['-m', 'pytest', 'ml/tests']),
  runSuite('Spark', 'ml/.venv-spark/bin/python', [
    '-m',
    'pytest',
    'ml/tests/spark',
    '--confcutdir',
    'ml/tests/spark',
  ]),
]
process.exitCode = passed.every(Boolean) ? 0 : 1
