import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { resolveDataDir } from '#db/data-dir.ts'
import { createSparkPlan } from './spark-plan.ts'

const mlFolder = dirname(fileURLToPath(import.meta.url))
const python = join(
  mlFolder,
  '.venv-spark',
  process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python',
)
const args = process.argv.slice(2)
const plan = JSON.stringify(createSparkPlan())

if (args.includes('--print-plan')) console.log(plan)
else if (existsSync(python)) run()
else {
  console.error(
    'features:spark: found no Python environment in ml/.venv-spark; Spark needs one. Run: npm run ml:setup -- --spark',
  )
  process.exitCode = 2
}

function run(): void {
  const child = spawn(python, ['-m', 'spark_features', ...args], {
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { ...process.env, DATA_DIR: resolveDataDir(), PYTHONPATH: mlFolder },
  })
  // A child that ends before it has read the plan says itself why.
  child.stdin.on('error', () => {})
  child.stdin.end(plan)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)))
}
