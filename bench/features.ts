import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

export interface FeaturesBench {
  /** From raw tables to the loaded store, of the competition's full size. */
  minutes: number
  /** The largest resident size that either step's process reached. */
  peakMb: number
}

/**
 * Builds features from 58 million raw rows and loads them into the store, each step in a process of its own.
 * The raw tables are a full-size demo, made first and not counted, or those of the DATA_DIR named by
 * `BENCH_RAW_DIR`.
 */
export async function run(): Promise<FeaturesBench> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-features-'))
  try {
    const given = process.env.BENCH_RAW_DIR
    if (given) linkRaw(resolve(given), dataDir)
    else await runStep(['db/raw/data-demo.ts', '--full'], dataDir)
    const features = await runStep(['db/build/features-build.ts'], dataDir)
    const store = await runStep(['db/store/store-load.ts'], dataDir)
    for (const [name, step] of Object.entries({ features, store })) {
      console.error(`bench features: ${name} ${step.seconds.toFixed(1)} s, peak ${step.peakMb.toFixed(0)} MB`)
    }
    return {
      minutes: (features.seconds + store.seconds) / 60,
      peakMb: Math.max(features.peakMb, store.peakMb),
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function linkRaw(from: string, dataDir: string): void {
  const raw = existsSync(join(from, 'raw')) ? join(from, 'raw') : from
  if (!existsSync(join(raw, 'source.json'))) throw new Error(`BENCH_RAW_DIR ${from} holds no raw tables.`)
  symlinkSync(raw, join(dataDir, 'raw'))
}

/** Runs a command line of ours and watches how large its process grows. */
async function runStep(args: string[], dataDir: string): Promise<{ seconds: number; peakMb: number }> {
  const started = performance.now()
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let peakKb = 0
  const watch = setInterval(() => {
    peakKb = Math.max(peakKb, readPeakKb(child.pid))
  }, 50)
  try {
    const code = await new Promise<number | null>((settle, fail) =>
      child.once('error', fail).once('exit', settle),
    )
    if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}.`)
    return { seconds: (performance.now() - started) / 1000, peakMb: peakKb / 1024 }
  } finally {
    clearInterval(watch)
  }
}

/** The kernel's own high-water mark, so that polling misses no peak but the last instant's. */
function readPeakKb(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
