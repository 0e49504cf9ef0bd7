const patienceMs = 1200

/**
 * Reads keys pressed one after another. Feeding a key gives the sequence that it completes, or null; after a moment
 * of rest, or a key that leads nowhere, the next key begins anew.
 *
 * @param sequences Each as its keys joined by a space, such as `g p`.
 */
export function createKeySequence(
  sequences: readonly string[],
): (key: string, timeMs: number) => string | null {
  let pressed = ''
  let lastMs = Number.NEGATIVE_INFINITY
  return (key, timeMs) => {
    const continued = pressed && timeMs - lastMs <= patienceMs ? `${pressed} ${key}` : key
    const leadsOn = (start: string) => sequences.some((sequence) => sequence.startsWith(`${start} `))
    const complete = [continued, key].find((candidate) => sequences.includes(candidate)) ?? null
    pressed = complete ? '' : ([continued, key].find(leadsOn) ?? '')
    lastMs = timeMs
    return complete
  }
}
