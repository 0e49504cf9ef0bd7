/** Random numbers that depend on the seed alone: the same on every machine. */
export interface Generator {
  /** In [0, 1). */
  uniform(): number
  normal(): number
}

/** Mulberry32, and Box and Muller's normal numbers on top. */
export function createGenerator(seed: number): Generator {
  let state = seed >>> 0
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return { uniform, normal }
}
