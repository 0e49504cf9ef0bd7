/** Known values, rising, and whose they are: `values[i]` is client number `order[i]`'s; equal ones by client. */
export interface SortedFloats {
  order: Uint32Array
  values: Float32Array
}

const digitBits = 11
const digitCount = 1 << digitBits
const digitMask = digitCount - 1
const passes = 3
const infinityBits = 0x7f800000

/**
 * Sorts the values that are not NaN and keeps whose they are. A radix sort on the numbers' bits: 300,000 values
 * take a fifth of what a comparison sort of their places takes.
 */
export function sortFloats(floats: Float32Array): SortedFloats {
  let { keys, order } = collectKnown(floats)
  let otherKeys: Int32Array = new Int32Array(keys.length)
  let otherOrder: Uint32Array = new Uint32Array(keys.length)
  for (let pass = 0; pass < passes; pass++) {
    const shift = pass * digitBits
    const starts = computeStarts(keys, shift)
    if (!starts) continue
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!
      const place = starts[(key >>> shift) & digitMask]!++
      otherKeys[place] = key
      otherOrder[place] = order[i]!
    }
    ;[keys, otherKeys] = [otherKeys, keys]
    ;[order, otherOrder] = [otherOrder, order]
  }
  return { order, values: decodeKeys(keys) }
}

/** Bits that compare as unsigned numbers like the floats do: negative ones flipped whole, others in their sign. */
function collectKnown(floats: Float32Array): { keys: Int32Array; order: Uint32Array } {
  const bits = new Int32Array(floats.buffer, floats.byteOffset, floats.length)
  const keys = new Int32Array(floats.length)
  const order = new Uint32Array(floats.length)
  let known = 0
  for (let i = 0; i < bits.length; i++) {
    const raw = bits[i]!
    const magnitude = raw & 0x7fffffff
    if (magnitude > infinityBits) continue
    // A zero below zero counts as zero.
    keys[known] = raw < 0 && magnitude > 0 ? ~raw : magnitude | 0x80000000
    order[known++] = i
  }
  return { keys: keys.slice(0, known), order: order.slice(0, known) }
}

/** Where the keys of each digit begin; null when all share one digit, so that the pass can be left out. */
function computeStarts(keys: Int32Array, shift: number): Uint32Array | null {
  const starts = new Uint32Array(digitCount)
  for (let i = 0; i < keys.length; i++) starts[(keys[i]! >>> shift) & digitMask]!++
  let next = 0
  for (let digit = 0; digit < digitCount; digit++) {
    const count = starts[digit]!
    if (count === keys.length) return null
    starts[digit] = next
    next += count
  }
  return starts
}

function decodeKeys(keys: Int32Array): Float32Array {
  const bits = new Int32Array(keys.length)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!
    bits[i] = key < 0 ? key & 0x7fffffff : ~key
  }
  return new Float32Array(bits.buffer)
}
