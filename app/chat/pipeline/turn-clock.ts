import type { TurnEnd } from '../conversation.ts'
import type { TurnLimits } from './turn-limits.ts'

/** Ends a turn that takes too long, costs too much, or that the person stops. */
export interface TurnClock {
  /** Aborted as soon as the turn must end. */
  signal: AbortSignal
  /** Why it must; null while it may go on. */
  endedBy(): TurnEnd | null
  /** A sign of life from the model. */
  touch(): void
  /** Counts what a step has cost. */
  spend(tokens: number): void
  /** Lets go of the timers. */
  release(): void
}

/** @param stop Aborted when the person stops the turn or goes away. */
export function startTurnClock(limits: TurnLimits, stop: AbortSignal): TurnClock {
  const controller = new AbortController()
  let reason: TurnEnd | null = null
  let spent = 0
  const end = (why: TurnEnd) => {
    if (reason !== null) return
    reason = why
    controller.abort()
  }
  const onStop = () => end('stopped')
  const total = setTimeout(end, limits.totalMs, 'timeLimit')
  let silence = setTimeout(end, limits.silenceMs, 'timeLimit')
  if (stop.aborted) onStop()
  else stop.addEventListener('abort', onStop, { once: true })
  return {
    signal: controller.signal,
    endedBy: () => reason,
    touch() {
      clearTimeout(silence)
      silence = setTimeout(end, limits.silenceMs, 'timeLimit')
    },
    spend(tokens) {
      spent += tokens
      if (spent > limits.tokens) end('tokenLimit')
    },
    release() {
      clearTimeout(total)
      clearTimeout(silence)
      stop.removeEventListener('abort', onStop)
    },
  }
}
