import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { scheduleScoring } from './schedule-scoring.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const minuteMs = 60_000

/** Asks for a need every second, as a server does that never finds it met, and notes when scorings began. */
async function askFor(
  need: string,
  { forMs, schedule }: { forMs: number; schedule: ReturnType<typeof create> },
) {
  for (let ms = 0; ms < forMs; ms += 1000) {
    schedule.request(need)
    await vi.advanceTimersByTimeAsync(1000)
  }
}

function create() {
  const startedAt: number[] = []
  const beginning = performance.now()
  const schedule = scheduleScoring({
    async scorePortfolio() {
      startedAt.push(Math.round((performance.now() - beginning) / 1000))
    },
    retryAfterMs: 10_000,
    onFailure: () => {},
    onEnd: () => {},
  })
  return Object.assign(schedule, { startedAt })
}

describe('Scoring the portfolio', () => {
  test('that another server overwrites each time is repeated ever more seldom', async () => {
    const schedule = create()
    await askFor('model a, data 1', { forMs: 40 * minuteMs, schedule })
    expect(schedule.startedAt).toEqual([0, 10, 30, 70, 150, 310, 630, 1230, 1830])
  })

  test('with another model, or over other data, begins at once', async () => {
    const schedule = create()
    await askFor('model a, data 1', { forMs: 5000, schedule })
    await askFor('model b, data 1', { forMs: 5000, schedule })
    await askFor('model b, data 2', { forMs: 12_000, schedule })
    expect(schedule.startedAt).toEqual([0, 5, 10, 20])
  })

  test('is ended when the server stops, and does not begin again', async () => {
    let signal: AbortSignal | undefined
    const schedule = scheduleScoring({
      scorePortfolio: (given) => {
        signal = given
        return new Promise((_, reject) => given.addEventListener('abort', () => reject(given.reason)))
      },
      retryAfterMs: 1,
      onFailure: () => expect.unreachable('what was ended has not failed'),
      onEnd: () => {},
    })
    schedule.request('model a')
    await vi.advanceTimersByTimeAsync(0)
    await schedule.stop()
    expect(signal?.aborted).toBe(true)
    signal = undefined
    schedule.request('model b')
    await vi.advanceTimersByTimeAsync(10)
    expect(signal).toBeUndefined()
  })
})
