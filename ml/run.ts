import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { resolveDataDir } from '#db/data-dir.ts'

const commands = ['train', 'promote']
const mlFolder = dirname(fileURLToPath(import.meta.url))
const isWindows = process.platform === 'win32'
const python = join(mlFolder, '.venv', isWindows ? 'Scripts/python.exe' : 'bin/python')

const [command = '', ...args] = process.argv.slice(2)
if (!commands.includes(command)) {
  fail(
    `found the command '${command}'; expected one of ${commands.join(', ')}. Run: npm run ml:${commands[0]}`,
  )
}
if (!existsSync(python)) {
  fail('found no Python environment in ml/.venv; training needs one. Run: npm run ml:setup')
}

const child = spawn(python, ['-m', `credit_model.${command}`, ...args], {
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
