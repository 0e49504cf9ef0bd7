/** Bits above it, signs aside, are a NaN's. */
export const infinityBits = 0x7f800000

/** The bits of a float32 as bits that compare as unsigned numbers like the floats do. Zeros of both signs are one. */
export function toFloatKey(bits: number): number {
  const magnitude = bits & 0x7fffffff
  // Negative ones flipped whole, others in their sign; a zero below zero counts as zero.
  return bits < 0 && magnitude > 0 ? ~bits : magnitude | 0x80000000
}

/** The floats of the first `length` keys. */
export function fromFloatKeys(keys: Int32Array, length: number): Float32Array {
  const bits = new Int32Array(length)
  for (let i = 0; i < length; i++) {
    const key = keys[i]!
    bits[i] = key < 0 ? key & 0x7fffffff : ~key
  }
  return new Float32Array(bits.buffer)
}

export const digitBits = 11
export const digitCount = 1 << digitBits
export const digitMask = digitCount - 1
/** Digits that 32 bits have. */
export const passes = 3
