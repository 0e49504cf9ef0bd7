/** Turns of one person at once: a paid model must not be asked without bound. */
const mostAtOnce = 3
const running = new Map<string, number>()

/**
 * Lets a person's turn begin, unless too many of theirs are under way.
 *
 * @returns What to call when it has ended; null where it may not begin.
 */
export function admitTurn(userId: string): (() => void) | null {
  const count = running.get(userId) ?? 0
  if (count >= mostAtOnce) return null
  running.set(userId, count + 1)
  let hasEnded = false
  return () => {
    if (hasEnded) return
    hasEnded = true
    const left = (running.get(userId) ?? 1) - 1
    if (left > 0) running.set(userId, left)
    else running.delete(userId)
  }
}
