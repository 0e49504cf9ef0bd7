import { SingleBar } from 'cli-progress'

export interface Progress {
  /** Tells where a step is; `done` and `total` in any unit. */
  update(step: string, done: number, total: number): void
  /** Leaves the terminal as it should be, after success or failure. */
  stop(): void
}

/** Shows long work on stderr: a bar on a terminal, else a line at each tenth of a step. */
export function showProgress(label: string): Progress {
  return process.stderr.isTTY ? showBar(label) : showLines(label)
}

function showBar(label: string): Progress {
  const format = `${label} {step} [{bar}] {percentage}% {duration_formatted}`
  const bar = new SingleBar({ format, hideCursor: true, clearOnComplete: true, stream: process.stderr })
  let started = false
  return {
    update(step, done, total) {
      if (!started) bar.start(total, done, { step })
      started = true
      bar.setTotal(total)
      bar.update(done, { step })
    },
    stop: () => bar.stop(),
  }
}

function showLines(label: string): Progress {
  let shown = ''
  return {
    update(step, done, total) {
      const percent = total > 0 ? Math.floor((10 * done) / total) * 10 : 100
      const line = `${label}: ${step} ${percent} %`
      if (line !== shown) console.error(line)
      shown = line
    },
    stop() {},
  }
}
