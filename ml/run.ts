import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { resolveDataDir } from '#db/data-dir.ts'

const modules = new Map([
  ['train', 'train'],
  ['evaluate', 'evaluate_models'],
  ['drift', 'drift_report'],
  ['promote', 'promote'],
  ['rollback', 'rollback'],
  ['list', 'list_models'],
])
const mlFolder = dirname(fileURLToPath(import.meta.url))
const isWindows = process.platform === 'win32'
const python = join(mlFolder, '.venv', isWindows ? 'Scripts/python.exe' : 'bin/python')

const [command = '', ...args] = process.argv.slice(2)
const module = modules.get(command)
if (module === undefined) {
  fail(
    `found the command '${command}'; expected one of ${[...modules.keys()].join(', ')}. Run: npm run ml:list`,
  )
}
if (!existsSync(python)) {
  fail('found no Python environment in ml/.venv; models need one. Run: npm run ml:setup')
}

const child = spawn(python, ['-m', `credit_model.${module}`, ...args], {
  stdio: 'inherit',
  env: {
    ...process.env,
    DATA_DIR: resolveDataDir(),
    NODE_EXECUTABLE: process.execPath,
    PYTHONPATH: mlFolder,
    PYTHONHASHSEED: '0',
  },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)))

function fail(message: string): never {
  console.error(`ml: ${message}`)
  process.exit(2)
}
